using FlowEngine.Storage.Sqlite.Connections;
using FlowEngine.Storage.Statements;

namespace FlowEngine.Storage.Sqlite.Turns;

/// <summary>Through the one writer of the file, which tells the faults of the database.</summary>
internal sealed class SqliteRunner(WriteLoop loop) : IStatementRunner
{
    public SqlDialect Dialect { get; } = new SqliteDialect();

    public int Reconnections => 0;

    public Task<T> GuardAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken) => write();

    public async Task<bool> RunAsync(IReadOnlyList<SqlStatement> statements, CancellationToken cancellationToken) =>
        await CountAsync(statements, cancellationToken) is not null;

    public Task<int?> CountAsync(IReadOnlyList<SqlStatement> statements, CancellationToken cancellationToken) => loop.WriteAsync(
        db =>
        {
            var last = Run(db, statements);
            return (last, last is not null);
        },
        null,
        cancellationToken);

    private static int? Run(StatementCache db, IReadOnlyList<SqlStatement> statements)
    {
        (string, object?)? given = null;
        var changed = 0;
        foreach (var statement in statements)
        {
            if (!statement.ChangesOne)
            {
                changed = db.Execute(statement, given);
            }
            else if (db.Scalar(statement, given) is { } id)
            {
                given = statement.Gives is { } name ? (name, id) : given;
                changed = 1;
            }
            else
            {
                return null;
            }
        }

        return changed;
    }
}
