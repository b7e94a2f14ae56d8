using FlowEngine.Chat.Turns;
using FlowEngine.Storage.PostgreSql.Connections;
using FlowEngine.Storage.Schema;
using Npgsql;

namespace FlowEngine.Storage.PostgreSql.Schema;

internal sealed class PostgreSqlSchema(PostgreSqlConnections connections, PostgreSqlOptions options, TimeProvider clock) : IDatabaseSchema
{
    public ISchemaSql Sql { get; } = new PostgreSqlSchemaSql();

    public Task<SchemaFacts> ReadAsync(CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        try
        {
            await using var connection = await connections.OpenOwnAsync(cancellationToken);
            return await PostgreSqlSchemaReader.ReadAsync(connection, cancellationToken);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return SchemaFacts.Empty;
        }
    });

    public Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken) => GuardedAsync<IAsyncDisposable>(async () =>
    {
        try
        {
            return await SchemaLock.TakeAsync(await connections.OpenOwnAsync(cancellationToken), cancellationToken);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await CreateDatabaseAsync(cancellationToken);
            return await SchemaLock.TakeAsync(await connections.OpenOwnAsync(cancellationToken), cancellationToken);
        }
    });

    public Task<string> BackupAsync(CancellationToken cancellationToken) =>
        PostgreSqlBackup.MakeAsync(connections, options.BackupFolder, clock.GetUtcNow(), cancellationToken);

    /// <summary>Temporary tables, which need no right beyond that to connect.</summary>
    public Task<SchemaFacts> ExpectAsync(IReadOnlyList<string> sql, CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        await using var connection = await OpenAnyAsync(cancellationToken);
        foreach (var statement in sql.Prepend("SET LOCAL search_path = pg_temp").Prepend("BEGIN READ WRITE"))
        {
            await connection.ExecuteAsync(statement, cancellationToken);
        }

        var facts = await PostgreSqlSchemaReader.ReadAsync(connection, cancellationToken);
        await connection.ExecuteAsync("ROLLBACK", cancellationToken);
        return facts;
    });

    public Task<IReadOnlyList<IReadOnlyList<string?>>> TextsAsync(string sql, CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        await using var connection = await connections.OpenOwnAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return reader.Texts();
    });

    public Task<long> CountAsync(string sql, CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        await using var connection = await connections.OpenOwnAsync(cancellationToken);
        return (await connection.RowsAsync(sql, row => row.GetInt64(0), cancellationToken))[0];
    });

    public Task ApplyAsync(IReadOnlyList<SchemaStep> steps, CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        await using var connection = await connections.OpenOwnAsync(cancellationToken);
        foreach (var sql in steps.SelectMany(step => step.Sql).Prepend("BEGIN").Append("COMMIT"))
        {
            options.OnSchemaStatement?.Invoke(sql);
            await connection.ExecuteAsync(sql, cancellationToken);
        }

        return true;
    });

    public IReadOnlyList<string> ChangeTable(TableChange change) => new TableAlteration(change).Statements();

    public IReadOnlyList<string> DropTable(string table) => [$"DROP TABLE {Sql.Quote(table)}", .. SearchSchema.Drop(table)];

    public string DropIndex(string table, string index) => $"DROP INDEX {Sql.Quote(index)}";

    public IReadOnlyList<SchemaStep> ExtraSteps(SchemaFacts facts) => [.. SearchSchema.Steps(facts), .. StampTriggers.Steps(facts)];

    public IReadOnlyList<SchemaStep> RemovalSteps(SchemaFacts facts) => [.. StampTriggers.Removal(facts)];

    public bool IsOwnTable(string table) => table == "__EFMigrationsHistory";

    private static async Task<T> GuardedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (PostgreSqlFaults.Unavailable(fault) is { } unavailable)
        {
            throw unavailable;
        }
    }

    /// <summary>To ours, or while that does not exist to another.</summary>
    private async Task<NpgsqlConnection> OpenAnyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await connections.OpenOwnAsync(cancellationToken);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return await connections.OpenMaintenanceAsync(cancellationToken);
        }
    }

    private async Task CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await connections.OpenMaintenanceAsync(cancellationToken);
            var name = connections.Database.Replace("\"", "\"\"", StringComparison.Ordinal);
            await using var command = new NpgsqlCommand($"CREATE DATABASE \"{name}\"", connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException made) when (made.SqlState == PostgresErrorCodes.DuplicateDatabase || PostgreSqlFaults.IsUnique(made))
        {
            // Another process was first.
        }
        catch (NpgsqlException refused)
        {
            throw new StorageUnavailableException("database_unavailable", new InvalidOperationException(
                $"The database '{connections.Database}' does not exist and could not be made: {refused.Message} "
                + "Make it, or name another in FlowEngine:Database:ConnectionString.",
                refused));
        }
    }
}
