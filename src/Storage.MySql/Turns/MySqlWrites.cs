using FlowEngine.Storage.Database;
using FlowEngine.Storage.MySql.Connections;
using FlowEngine.Storage.Statements;

namespace FlowEngine.Storage.MySql.Turns;

/// <summary>Writes of background work, in one round trip.</summary>
internal sealed class MySqlWrites(MySqlConnections connections, WriteGuard guard) : ISqlWrites
{
    public Task<IReadOnlyList<int>> ExecuteAsync(IReadOnlyList<SqlWrite> statements, CancellationToken cancellationToken) =>
        guard.RunAsync(() => RunAsync(statements, cancellationToken), cancellationToken);

    /// <summary>
    /// Where two processes met - each waits for the other, or both add the same row - the one that was refused goes again, and then finds
    /// what the other wrote.
    /// </summary>
    private async Task<IReadOnlyList<int>> RunAsync(IReadOnlyList<SqlWrite> statements, CancellationToken cancellationToken)
    {
        for (var broken = 0; ; broken++)
        {
            try
            {
                return await DeadlockRetry.RunAsync(
                    () => WriteBatch.CountAsync(connections, statements.Select(SqlStatement.Of), cancellationToken),
                    fault => MySqlFaults.IsDeadlock(fault) || MySqlFaults.IsUnique(fault),
                    cancellationToken);
            }
            catch (Exception fault) when (MySqlFaults.IsLost(fault) && broken < connections.PoolSize)
            {
                // After a restart of the server each connection of the pool may be dead; every attempt takes one of them out.
            }
        }
    }
}
