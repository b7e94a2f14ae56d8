using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Sqlite.Turns;

/// <summary>Writes of background work, through the one writer of the file.</summary>
internal sealed class SqliteWrites(WriteLoop loop) : ISqlWrites
{
    public Task<IReadOnlyList<int>> ExecuteAsync(IReadOnlyList<SqlWrite> statements, CancellationToken cancellationToken) =>
        loop.WriteAsync<IReadOnlyList<int>>(
            db => ([.. statements.Select(statement => db.Execute(statement.Sql, statement.Arguments))], true),
            [.. statements.Select(_ => 0)],
            cancellationToken);
}
