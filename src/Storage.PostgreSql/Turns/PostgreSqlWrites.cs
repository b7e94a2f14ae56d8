using FlowEngine.Storage.Database;
using FlowEngine.Storage.PostgreSql.Connections;
using FlowEngine.Storage.Turns;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FlowEngine.Storage.PostgreSql.Turns;

/// <summary>Writes of background work: a batch without a transaction begun is one of its own.</summary>
internal sealed class PostgreSqlWrites(PostgreSqlConnections connections, WritesInFlight writes, ILogger<PostgreSqlWrites> logger) : ISqlWrites
{
    private const int Tries = 3;

    public async Task<IReadOnlyList<int>> ExecuteAsync(IReadOnlyList<SqlWrite> statements, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await writes.RunAsync(() => RunAsync(statements, cancellationToken));
        }
        catch (Exception fault) when (PostgreSqlFaults.Unavailable(fault) is { } unavailable)
        {
            Log.WriterFault(logger, fault, unavailable.Code);
            throw unavailable;
        }
    }

    /// <summary>
    /// Once it is sent it is not cancelled. Where two processes met - each waits for the other, or both add the same row - the one that was
    /// refused goes again, and then finds what the other wrote.
    /// </summary>
    private async Task<IReadOnlyList<int>> RunAsync(IReadOnlyList<SqlWrite> statements, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await connections.UseAsync(connection => SendAsync(connection, statements), cancellationToken);
            }
            catch (PostgresException fault) when (attempt < Tries && (PostgreSqlFaults.IsDeadlock(fault) || PostgreSqlFaults.IsUnique(fault)))
            {
                // Again.
            }
            catch (LostConnectionException) when (attempt == 1)
            {
                // Again.
            }
        }
    }

    private async Task<IReadOnlyList<int>> SendAsync(NpgsqlConnection connection, IReadOnlyList<SqlWrite> statements)
    {
        await using var batch = connections.Batch(connection, statements.Select(Statement.Of));
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
        return [.. statements.Select((_, at) => batch.BatchCommands[at].RecordsAffected)];
    }
}
