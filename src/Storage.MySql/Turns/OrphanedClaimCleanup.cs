using System.Globalization;
using FlowEngine.Storage.MySql.Connections;
using FlowEngine.Storage.Turns;
using Microsoft.Extensions.Logging;
using MySqlConnector;

namespace FlowEngine.Storage.MySql.Turns;

/// <summary>
/// Every process that serves from the database holds a lock on a connection of its own, which the server lets go when the process dies.
/// Where nobody else holds one, what is claimed was claimed by the dead.
/// </summary>
internal sealed class OrphanedClaimCleanup(MySqlConnections connections, TimeProvider time, ILogger<OrphanedClaimCleanup> logger)
    : IOrphanedClaims, IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_rest = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _ending = new();
    private Task _alive = Task.CompletedTask;

    public async Task<int> DropAsync(CancellationToken cancellationToken)
    {
        try
        {
            var dropped = 0;
            var connection = await OpenAsync(async () => dropped = await DropAloneAsync(cancellationToken), cancellationToken);
            _alive = LiveAsync(connection, _ending.Token);
            return dropped;
        }
        catch (Exception fault) when (MySqlFaults.Unavailable(fault) is { } unavailable)
        {
            throw unavailable;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _alive;
        _ending.Dispose();
    }

    public void Dispose() => _ending.Cancel();

    /// <summary>A connection that shows that the process lives.</summary>
    private async Task<MySqlConnection> OpenAsync(Func<Task>? alone, CancellationToken cancellationToken)
    {
        var connection = await connections.OpenOwnAsync(cancellationToken);
        try
        {
            await LifeLocks.TakeAsync(connection, connections.Database, alone, cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task<int> DropAloneAsync(CancellationToken cancellationToken) => Convert.ToInt32(
        await WriteBatch.ReadAsync(
            connections, ClaimStatements.RemoveAll(), batch => batch.ExecuteScalarAsync(CancellationToken.None), cancellationToken),
        CultureInfo.InvariantCulture);

    /// <summary>Notices when the connection is lost, and takes a lock again.</summary>
    private async Task LiveAsync(MySqlConnection connection, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await using (connection)
                {
                    while (await connection.PingAsync(cancellationToken))
                    {
                        await Task.Delay(s_rest, time, cancellationToken);
                    }
                }

                Log.LifeLockLost(logger);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            if (await AgainAsync(cancellationToken) is not { } next)
            {
                return;
            }

            connection = next;
        }
    }

    /// <summary>Null where the process ends.</summary>
    private async Task<MySqlConnection?> AgainAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await Task.Delay(s_pause, time, cancellationToken);
                return await OpenAsync(alone: null, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return null;
            }
            catch (MySqlException)
            {
                // The server is not back yet.
            }
        }
    }
}
