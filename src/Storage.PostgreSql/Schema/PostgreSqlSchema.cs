using FlowEngine.Storage.PostgreSql.Connections;
using FlowEngine.Storage.Schema;
using FlowEngine.Storage.Turns;
using Npgsql;

namespace FlowEngine.Storage.PostgreSql.Schema;

internal sealed class PostgreSqlSchema(PostgreSqlConnections connections, PostgreSqlOptions options, TimeProvider clock) : IDatabaseSchema
{
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

    public Task ApplyAsync(IReadOnlyList<SchemaStep> steps, CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        await using var connection = await connections.OpenOwnAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var sql in steps.SelectMany(step => step.Sql))
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    });

    public IReadOnlyList<SchemaStep> ExtraSteps(SchemaFacts facts) => SearchSchema.Steps(facts);

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
