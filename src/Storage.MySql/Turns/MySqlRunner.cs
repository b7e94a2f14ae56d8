using FlowEngine.Storage.MySql.Connections;
using FlowEngine.Storage.Statements;
using MySqlConnector;

namespace FlowEngine.Storage.MySql.Turns;

/// <summary>One round trip: begin, the statements, commit.</summary>
internal sealed class MySqlRunner(MySqlConnections connections, WriteGuard guard) : IStatementRunner
{
    public SqlDialect Dialect { get; } = new MySqlDialect();

    /// <summary>Each dead connection of the pool is taken out by itself.</summary>
    public int Reconnections => connections.PoolSize;

    public Task<T> GuardAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken) => guard.RunAsync(write, cancellationToken);

    public async Task<bool> RunAsync(IReadOnlyList<SqlStatement> statements, CancellationToken cancellationToken) => await TryAsync(
        async () =>
        {
            await WriteBatch.RunAsync(connections, Guarded(statements), cancellationToken);
            return 0;
        },
        cancellationToken) is not null;

    public Task<int?> CountAsync(IReadOnlyList<SqlStatement> statements, CancellationToken cancellationToken) => TryAsync(
        () => WriteBatch.LastCountAsync(connections, Guarded(statements), cancellationToken), cancellationToken);

    private static IEnumerable<SqlStatement> Guarded(IReadOnlyList<SqlStatement> statements) =>
        statements.SelectMany(statement => statement.ChangesOne ? new[] { statement, Guard.OneRow } : [statement]);

    private static async Task<int?> TryAsync(Func<Task<int>> write, CancellationToken cancellationToken)
    {
        try
        {
            return await DeadlockRetry.RunAsync(write, cancellationToken);
        }
        catch (MySqlException refused) when (MySqlFaults.IsUnique(refused) || MySqlFaults.IsGuard(refused))
        {
            return null;
        }
        catch (Exception fault) when (MySqlFaults.IsBroken(fault))
        {
            throw new BrokenConnectionException(fault);
        }
    }
}
