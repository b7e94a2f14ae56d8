using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Schema;
using FlowEngine.Storage.Sqlite.Connections;
using Microsoft.Data.Sqlite;

namespace FlowEngine.Storage.Sqlite.Schema;

internal sealed class SqliteSchema(SqliteConnections connections, SqliteOptions options, TimeProvider clock) : IDatabaseSchema
{
    /// <summary>Else dropping a table would delete what points to it, and renaming one would rewrite what names it.</summary>
    private const string Session = "PRAGMA foreign_keys=OFF; PRAGMA legacy_alter_table=ON";

    public ISchemaSql Sql { get; } = new SqliteSchemaSql();

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

    public Task<SchemaFacts> ExpectAsync(IReadOnlyList<string> sql, CancellationToken cancellationToken)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        foreach (var statement in sql)
        {
            Execute(connection, statement);
        }

        return Task.FromResult(SqliteSchemaReader.Read(connection));
    }

    public Task<long> CountAsync(string sql, CancellationToken cancellationToken) => Guarded(() =>
    {
        using var connection = connections.OpenRead();
        SchemaFunctions.AddTo(connection);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    });

    public Task<IReadOnlyList<IReadOnlyList<string?>>> TextsAsync(string sql, CancellationToken cancellationToken) => Guarded(() =>
    {
        using var connection = connections.OpenRead();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        return reader.Texts();
    });

    public Task ApplyAsync(IReadOnlyList<SchemaStep> steps, CancellationToken cancellationToken) => Guarded(() =>
    {
        using var connection = connections.OpenOrCreate();
        SchemaFunctions.AddTo(connection);
        Execute(connection, Session);
        foreach (var sql in steps.SelectMany(step => step.Sql).Prepend("BEGIN IMMEDIATE").Append("COMMIT"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            options.OnSchemaStatement?.Invoke(sql);
            Execute(connection, sql);
        }

        return true;
    });

    public IReadOnlyList<string> ChangeTable(TableChange change) => TableRebuild.Statements(change);

    public IReadOnlyList<string> DropTable(string table) =>
        [.. FullTextSchema.Drop(table), $"DROP TABLE {Sql.Quote(table)}"];

    public string DropIndex(string table, string index) => $"DROP INDEX {Sql.Quote(index)}";

    public IReadOnlyList<SchemaStep> ExtraSteps(SchemaFacts facts) => [.. FullTextSchema.Steps(facts), .. StampTriggers.OfRows.Steps(facts)];

    public IReadOnlyList<SchemaStep> RemovalSteps(SchemaFacts facts) => [.. StampTriggers.OfRows.Removal(facts)];

    public bool IsOwnTable(string table) => table == "__EFMigrationsHistory" || FullTextSchema.IsOwnTable(table);

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private Task<T> Guarded<T>(Func<T> work)
    {
        try
        {
            connections.Damage.ThrowIfFound();
            return Task.FromResult(work());
        }
        catch (SqliteException fault) when (SqliteFaults.IsNotADatabase(fault) && !connections.File.IsServed)
        {
            // A file that was served from is damaged; any other never was a database.
            connections.Damage.Note(fault);
            return Task.FromException<T>(SqliteFaults.OtherFile(connections.FilePath, fault));
        }
        catch (StorageUnavailableException unavailable)
        {
            return Task.FromException<T>(unavailable);
        }
        catch (SqliteException fault) when (SqliteFaults.Unavailable(fault) is { } unavailable)
        {
            connections.Damage.Note(fault);
            return Task.FromException<T>(unavailable);
        }
    }
}
