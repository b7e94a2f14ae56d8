using System.Text.RegularExpressions;
using FlowEngine.Chat.Turns;
using FlowEngine.Storage.MySql.Connections;
using FlowEngine.Storage.Schema;
using MySqlConnector;

namespace FlowEngine.Storage.MySql.Schema;

internal sealed partial class MySqlSchema(MySqlConnections connections, MySqlOptions options, TimeProvider clock) : IDatabaseSchema
{
    /// <summary>Rows keep the numbers they have, times are in UTC, and a table can be replaced that others point to.</summary>
    private const string Session = """
        SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO',
          time_zone = '+00:00', foreign_key_checks = 0
        """;

    public ISchemaSql Sql { get; } = new MySqlSchemaSql();

    public Task<SchemaFacts> ReadAsync(CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        try
        {
            await using var connection = await connections.OpenOwnAsync(cancellationToken);
            return await MySqlSchemaReader.ReadAsync(connection, cancellationToken);
        }
        catch (MySqlException missing) when (MySqlFaults.IsMissingDatabase(missing))
        {
            return SchemaFacts.Empty;
        }
    });

    /// <summary>Who holds it first brings what a change left that was broken off to an end.</summary>
    public Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken) => GuardedAsync<IAsyncDisposable>(async () =>
    {
        try
        {
            return await TakeAsync(cancellationToken);
        }
        catch (MySqlException missing) when (MySqlFaults.IsMissingDatabase(missing))
        {
            await CreateDatabaseAsync(cancellationToken);
            return await TakeAsync(cancellationToken);
        }
    });

    public Task<string> BackupAsync(CancellationToken cancellationToken) =>
        MySqlBackup.MakeAsync(connections, options.BackupFolder, clock.GetUtcNow(), cancellationToken);

    /// <summary>Temporary tables, which nobody else sees.</summary>
    public Task<SchemaFacts> ExpectAsync(IReadOnlyList<string> sql, CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        await using var scratch = await ScratchDatabase.OpenAsync(connections, cancellationToken);
        var names = new List<string>();
        foreach (var statement in sql)
        {
            if (CreateTable().Match(statement) is { Success: true } match)
            {
                names.Add(match.Groups["name"].Value);
            }

            await scratch.Connection.ExecuteAsync(CreateTable().Replace(statement, "CREATE TEMPORARY TABLE `${name}`"), cancellationToken);
        }

        return await MySqlSchemaReader.ReadTemporaryAsync(scratch.Connection, names, cancellationToken);
    });

    public Task<IReadOnlyList<IReadOnlyList<string?>>> TextsAsync(string sql, CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return reader.Texts();
    });

    public Task<long> CountAsync(string sql, CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        await using var connection = await OpenAsync(cancellationToken);
        return (await connection.RowsAsync(sql, row => row.GetInt64(0), cancellationToken))[0];
    });

    /// <summary>Each change of the schema is committed by itself, so one that is broken off goes on where it stopped.</summary>
    public Task ApplyAsync(IReadOnlyList<SchemaStep> steps, CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        await using var connection = await OpenAsync(cancellationToken);
        foreach (var sql in steps.SelectMany(step => step.Sql))
        {
            options.OnSchemaStatement?.Invoke(sql);
            await connection.ExecuteAsync(sql, cancellationToken);
        }

        return true;
    });

    public IReadOnlyList<string> ChangeTable(TableChange change) => TableRebuild.Statements(change);

    public IReadOnlyList<string> DropTable(string table) => [.. SearchSchema.Drop(table), $"DROP TABLE {Sql.Quote(table)}"];

    public string DropIndex(string table, string index) => $"DROP INDEX {Sql.Quote(index)} ON {Sql.Quote(table)}";

    public IReadOnlyList<SchemaStep> ExtraSteps(SchemaFacts facts) =>
        [.. ActiveRows.Steps(facts), .. SearchSchema.Steps(facts), .. StampTriggers.OfRows.Steps(facts)];

    public IReadOnlyList<SchemaStep> RemovalSteps(SchemaFacts facts) => [.. StampTriggers.OfRows.Removal(facts)];

    public bool IsOwnTable(string table) => table == "__EFMigrationsHistory" || SearchSchema.IsOwnTable(table) || TableRebuild.IsBeside(table);

    [GeneratedRegex("^CREATE TABLE `(?<name>[^`]+)`", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CreateTable();

    private static async Task<T> GuardedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (MySqlFaults.Unavailable(fault) is { } unavailable)
        {
            throw unavailable;
        }
    }

    private async Task<MySqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = await connections.OpenOwnAsync(cancellationToken);
        await connection.ExecuteAsync(Session, cancellationToken);
        return connection;
    }

    private async Task<SchemaLock> TakeAsync(CancellationToken cancellationToken)
    {
        var session = await OpenAsync(cancellationToken);
        var taken = await SchemaLock.TakeAsync(session, connections.Database, cancellationToken);
        foreach (var sql in TableRebuild.Left(await MySqlSchemaReader.NamesAsync(session, cancellationToken)))
        {
            await session.ExecuteAsync(sql, cancellationToken);
        }

        return taken;
    }

    private async Task CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await connections.OpenServerAsync(cancellationToken);
            var name = connections.Database.Replace("`", "``", StringComparison.Ordinal);
            await using var command = new MySqlCommand($"CREATE DATABASE IF NOT EXISTS `{name}` CHARACTER SET utf8mb4 COLLATE {Collation.Name}", connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (MySqlException refused)
        {
            throw new StorageUnavailableException("database_unavailable", new InvalidOperationException(
                $"The database '{connections.Database}' does not exist and could not be made: {refused.Message} "
                + "Make it, or name another in FlowEngine:Database:ConnectionString.",
                refused));
        }
    }
}
