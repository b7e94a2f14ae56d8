using FlowEngine.Storage.PostgreSql.Connections;
using FlowEngine.Storage.Statements;
using Npgsql;

namespace FlowEngine.Storage.PostgreSql.Turns;

/// <summary>
/// One round trip. Without a transaction begun, the batch is one of its own: all of it or nothing is kept.
/// </summary>
internal sealed class PostgreSqlRunner(PostgreSqlConnections connections, WriteGuard guard) : IStatementRunner
{
    private const int Tries = 3;

    public SqlDialect Dialect { get; } = new PostgreSqlDialect();

    /// <summary>The pool is renewed with the first that is found broken.</summary>
    public int Reconnections => 1;

    public Task<T> GuardAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken) => guard.RunAsync(write, cancellationToken);

    public async Task<bool> RunAsync(IReadOnlyList<SqlStatement> statements, CancellationToken cancellationToken) =>
        await CountAsync(statements, cancellationToken) is not null;

    public async Task<int?> CountAsync(IReadOnlyList<SqlStatement> statements, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await connections.UseAsync<int?>(
                    async connection =>
                    {
                        await using var batch = connections.Batch(connection, statements);
                        await batch.ExecuteNonQueryAsync(CancellationToken.None);
                        return batch.BatchCommands[^1].RecordsAffected;
                    },
                    cancellationToken);
            }
            catch (PostgresException refused) when (PostgreSqlFaults.IsUnique(refused) || refused.SqlState == PostgresErrorCodes.DivisionByZero)
            {
                return null;
            }
            catch (PostgresException fault) when (PostgreSqlFaults.IsDeadlock(fault) && attempt < Tries)
            {
                // Who was chosen to give way goes again.
            }
        }
    }
}
