using System.Data.Common;
using System.Globalization;
using FlowEngine.Storage.Legacy;
using FlowEngine.Storage.PostgreSql.Connections;
using Npgsql;

namespace FlowEngine.Storage.PostgreSql.Legacy;

/// <summary>PostgreSQL databases to read, wherever our own data is.</summary>
internal sealed class PostgreSqlSource : ISourceDatabase
{
    private const string AdminDatabase = "postgres";
    private const string Time = "DATETIME";

    /// <summary>Npgsql takes <c>Server</c> too, by which MySQL's drivers name theirs.</summary>
    public bool Takes(string connection) =>
        connection.Contains("host", StringComparison.OrdinalIgnoreCase) && ConnectionText.IsOne(connection);

    public Task<DbConnection> OpenAsync(string connection, CancellationToken cancellationToken) =>
        OpenAsync(Settings(connection), "SET default_transaction_read_only = on", cancellationToken);

    public async Task<IReadOnlySet<string>> TablesAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    public async Task<DbConnection> CreateAsync(string connection, CancellationToken cancellationToken)
    {
        var settings = Settings(connection);
        var name = new NpgsqlCommandBuilder().QuoteIdentifier(settings.Database ?? "");
        await using (var admin = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Database = AdminDatabase }.ConnectionString))
        {
            await admin.OpenAsync(cancellationToken);
            await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", admin);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }

        return await OpenAsync(settings, "SET synchronous_commit = off", cancellationToken);
    }

    public string OfTenant(string connection, long tenant)
    {
        var settings = Settings(connection);
        settings.Database = string.Create(CultureInfo.InvariantCulture, $"{settings.Database}_tenant_{tenant}");
        return settings.ConnectionString;
    }

    public string ColumnType(string type) => type switch
    {
        "INTEGER PRIMARY KEY" => "BIGINT PRIMARY KEY",
        Time => "TIMESTAMP",
        _ => type,
    };

    public string Value(string parameter, string type) => type == Time ? $"CAST({parameter} AS TIMESTAMP)" : parameter;

    private static async Task<DbConnection> OpenAsync(NpgsqlConnectionStringBuilder settings, string first, CancellationToken cancellationToken)
    {
        var opened = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await opened.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand(first, opened);
            await command.ExecuteNonQueryAsync(cancellationToken);
            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    private static NpgsqlConnectionStringBuilder Settings(string connection) => new(connection) { Pooling = false };
}
