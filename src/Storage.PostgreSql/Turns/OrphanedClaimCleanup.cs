using System.Globalization;
using FlowEngine.Storage.PostgreSql.Connections;
using FlowEngine.Storage.Turns;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FlowEngine.Storage.PostgreSql.Turns;

/// <summary>
/// Every process that serves from the database shares a lock on a connection of its own, which the server lets go when the process dies.
/// Who gets it alone is the first to live: what is claimed then was claimed by the dead.
/// </summary>
internal sealed class OrphanedClaimCleanup(PostgreSqlConnections connections, TimeProvider time, ILogger<OrphanedClaimCleanup> logger)
    : IOrphanedClaims, IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);
    private static readonly string s_alone = Sql("SELECT pg_try_advisory_lock");
    private static readonly string s_share = Sql("SELECT pg_advisory_lock_shared");
    private static readonly string s_leave = Sql("SELECT pg_advisory_unlock");

    private readonly CancellationTokenSource _ending = new();
    private Task _alive = Task.CompletedTask;

    public async Task<int> DropAsync(CancellationToken cancellationToken)
    {
        try
        {
            var connection = await connections.OpenOwnAsync(cancellationToken);
            try
            {
                var alone = await RunAsync(connection, s_alone, cancellationToken) is true;
                var dropped = alone ? await DropAloneAsync(connection, cancellationToken) : 0;
                await RunAsync(connection, s_share, cancellationToken);
                if (alone)
                {
                    await RunAsync(connection, s_leave, cancellationToken);
                }

                _alive = LiveAsync(connection, _ending.Token);
                return dropped;
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        }
        catch (Exception fault) when (PostgreSqlFaults.Unavailable(fault) is { } unavailable)
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

    private static string Sql(string call) => string.Create(CultureInfo.InvariantCulture, $"{call}({AdvisoryLocks.Life})");

    private static async Task<object?> RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private async Task<int> DropAloneAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = connections.Batch(connection, ClaimStatements.RemoveAll());
        return (int)(long)(await batch.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Notices when the connection is lost, and takes the lock again.</summary>
    private async Task LiveAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await using (connection)
                {
                    while (true)
                    {
                        await connection.WaitAsync(cancellationToken);
                    }
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException lost)
            {
                Log.LifeLockLost(logger, lost);
            }

            if (await AgainAsync(cancellationToken) is not { } next)
            {
                return;
            }

            connection = next;
        }
    }

    /// <summary>Null where the process ends.</summary>
    private async Task<NpgsqlConnection?> AgainAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await Task.Delay(s_pause, time, cancellationToken);
                var connection = await connections.OpenOwnAsync(cancellationToken);
                await RunAsync(connection, s_share, cancellationToken);
                return connection;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return null;
            }
            catch (NpgsqlException)
            {
                // The server is not back yet.
            }
        }
    }
}
