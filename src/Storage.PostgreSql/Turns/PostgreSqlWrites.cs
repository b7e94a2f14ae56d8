using FlowEngine.Storage.Database;
using FlowEngine.Storage.PostgreSql.Connections;
using FlowEngine.Storage.Statements;
using Npgsql;

namespace FlowEngine.Storage.PostgreSql.Turns;

/// <summary>Writes of background work: a batch without a transaction begun is one of its own.</summary>
internal sealed class PostgreSqlWrites(PostgreSqlConnections connections, WriteGuard guard) : ISqlWrites
{
    private const int Tries = 3;

    public Task<IReadOnlyList<int>> ExecuteAsync(IReadOnlyList<SqlWrite> statements, CancellationToken cancellationToken) =>
        guard.RunAsync(() => RunAsync(statements, cancellationToken), cancellationToken);

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
            catch (BrokenConnectionException) when (attempt == 1)
            {
                // Again.
            }
        }
    }

    private async Task<IReadOnlyList<int>> SendAsync(NpgsqlConnection connection, IReadOnlyList<SqlWrite> statements)
    {
        await using var batch = connections.Batch(connection, statements.Select(SqlStatement.Of));
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
        return [.. statements.Select((_, at) => batch.BatchCommands[at].RecordsAffected)];
    }
}
