using FlowEngine.Storage.Schema;
using FlowEngine.Storage.Sqlite.Connections;
using FlowEngine.Storage.Turns;
using Microsoft.Data.Sqlite;

namespace FlowEngine.Storage.Sqlite.Schema;

internal sealed class SqliteSchema(SqliteConnections connections, TimeProvider clock) : IDatabaseSchema
{
    public Task<SchemaFacts> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(connections.FilePath))
        {
            return Task.FromResult(SchemaFacts.Empty);
        }

        return Guarded(() =>
        {
            using var connection = connections.OpenRead();
            return SqliteSchemaReader.Read(connection);
        });
    }

    public async Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(connections.FilePath)) is { } folder && !Directory.Exists(folder))
        {
            throw new StorageUnavailableException("database_unavailable", new DirectoryNotFoundException(
                $"The folder '{folder}' does not exist. Make it, or name another file in FlowEngine:Database:ConnectionString."));
        }

        if (connections.IsReadOnly)
        {
            return new MemoryStream();
        }

        return await SchemaLock.TakeAsync(connections.FilePath + ".migrate.lock", clock, cancellationToken);
    }

    public Task<string> BackupAsync(CancellationToken cancellationToken) =>
        Guarded(() => SqliteBackup.Make(connections, clock.GetUtcNow()));

    public Task ApplyAsync(IReadOnlyList<SchemaStep> steps, CancellationToken cancellationToken) =>
        Guarded(() =>
        {
            using var connection = connections.OpenOrCreate();
            Execute(connection, "BEGIN IMMEDIATE");
            foreach (var sql in steps.SelectMany(step => step.Sql))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Execute(connection, sql);
            }

            Execute(connection, "COMMIT");
            return true;
        });

    public IReadOnlyList<SchemaStep> ExtraSteps(SchemaFacts facts) => FullTextSchema.Steps(facts);

    public bool IsOwnTable(string table) => table == "__EFMigrationsHistory" || FullTextSchema.IsOwnTable(table);

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static Task<T> Guarded<T>(Func<T> work)
    {
        try
        {
            return Task.FromResult(work());
        }
        catch (SqliteException fault) when (SqliteFaults.Unavailable(fault) is { } unavailable)
        {
            return Task.FromException<T>(unavailable);
        }
    }
}
