using System.Globalization;
using FlowEngine.Storage.PostgreSql.Connections;
using FlowEngine.Storage.Writing;
using Npgsql;

namespace FlowEngine.Storage.PostgreSql.Turns;

/// <summary>
/// Every process that serves from the database shares a lock on a connection of its own, which the server lets go when the process dies.
/// Who gets it alone is the first to live.
/// </summary>
internal sealed class PostgreSqlLifeSign(PostgreSqlConnections connections) : ILifeSign
{
    private static readonly string s_alone = Sql("SELECT pg_try_advisory_lock");
    private static readonly string s_share = Sql("SELECT pg_advisory_lock_shared");
    private static readonly string s_leave = Sql("SELECT pg_advisory_unlock");

    public async Task<ILifeSession> GiveAsync(Func<Task>? alone, CancellationToken cancellationToken)
    {
        var connection = await connections.OpenOwnAsync(cancellationToken);
        try
        {
            var isAlone = alone is not null && await RunAsync(connection, s_alone, cancellationToken) is true;
            if (isAlone)
            {
                await alone!();
            }

            await RunAsync(connection, s_share, cancellationToken);
            if (isAlone)
            {
                await RunAsync(connection, s_leave, cancellationToken);
            }

            return new Session(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static string Sql(string call) => string.Create(CultureInfo.InvariantCulture, $"{call}({AdvisoryLocks.Life})");

    private static async Task<object?> RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private sealed class Session(NpgsqlConnection connection) : ILifeSession
    {
        public async Task UntilLostAsync(CancellationToken cancellationToken)
        {
            try
            {
                while (true)
                {
                    await connection.WaitAsync(cancellationToken);
                }
            }
            catch (NpgsqlException)
            {
                // Lost.
            }
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
