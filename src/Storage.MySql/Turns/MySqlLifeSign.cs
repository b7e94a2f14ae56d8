using FlowEngine.Storage.MySql.Connections;
using FlowEngine.Storage.Writing;
using MySqlConnector;

namespace FlowEngine.Storage.MySql.Turns;

/// <summary>
/// Every process that serves from the database holds a lock on a connection of its own, which the server lets go when the process dies.
/// </summary>
internal sealed class MySqlLifeSign(MySqlConnections connections, TimeProvider time) : ILifeSign
{
    private static readonly TimeSpan s_rest = TimeSpan.FromSeconds(10);

    public async Task<ILifeSession> GiveAsync(Func<Task>? alone, CancellationToken cancellationToken)
    {
        var connection = await connections.OpenOwnAsync(cancellationToken);
        try
        {
            await LifeLocks.TakeAsync(connection, connections.Database, alone, cancellationToken);
            return new Session(connection, time);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private sealed class Session(MySqlConnection connection, TimeProvider time) : ILifeSession
    {
        public async Task UntilLostAsync(CancellationToken cancellationToken)
        {
            while (await connection.PingAsync(cancellationToken))
            {
                await Task.Delay(s_rest, time, cancellationToken);
            }
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
