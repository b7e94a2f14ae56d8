using System.Data.Common;
using System.Globalization;
using FlowEngine.Storage.Legacy;
using MySqlConnector;

namespace FlowEngine.Storage.MySql.Legacy;

/// <summary>MySQL and MariaDB databases to read, wherever our own data is: where the legacy system has its own.</summary>
internal sealed class MySqlSource : ISourceDatabase
{
    private const string Text = "TEXT";
    private const string Number = "INTEGER";

    public bool Takes(string connection) =>
        connection.Contains("server", StringComparison.OrdinalIgnoreCase) && connection.Contains('=', StringComparison.Ordinal);

    public Task<DbConnection> OpenAsync(string connection, CancellationToken cancellationToken) =>
        OpenAsync(Settings(connection), "SET SESSION TRANSACTION READ ONLY", cancellationToken);

    public async Task<IReadOnlySet<string>> TablesAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()";
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
        var name = settings.Database.Replace("`", "``", StringComparison.Ordinal);
        await using (var server = new MySqlConnection(new MySqlConnectionStringBuilder(settings.ConnectionString) { Database = "" }.ConnectionString))
        {
            await server.OpenAsync(cancellationToken);
            await using var create = new MySqlCommand($"CREATE DATABASE `{name}` CHARACTER SET utf8mb4", server);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }

        return await OpenAsync(settings, "SET SESSION unique_checks = 0", cancellationToken);
    }

    public string OfTenant(string connection, long tenant)
    {
        var settings = Settings(connection);
        settings.Database = string.Create(CultureInfo.InvariantCulture, $"{settings.Database}_tenant_{tenant}");
        return settings.ConnectionString;
    }

    /// <summary>A history of ten thousand entries is longer than <c>TEXT</c> takes.</summary>
    public string ColumnType(string type) => type switch
    {
        "INTEGER PRIMARY KEY" => "BIGINT PRIMARY KEY",
        Text => "LONGTEXT",
        Number => "TINYINT",
        _ => type,
    };

    public string Value(string parameter, string type) => parameter;

    private static async Task<DbConnection> OpenAsync(MySqlConnectionStringBuilder settings, string first, CancellationToken cancellationToken)
    {
        var opened = new MySqlConnection(settings.ConnectionString);
        try
        {
            await opened.OpenAsync(cancellationToken);
            await using var command = new MySqlCommand(first, opened);
            await command.ExecuteNonQueryAsync(cancellationToken);
            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    /// <summary>Zero dates, which such databases have, come as the first of all times; flags stay numbers.</summary>
    private static MySqlConnectionStringBuilder Settings(string connection) => new(connection)
    {
        Pooling = false, ConvertZeroDateTime = true, TreatTinyAsBoolean = false,
    };
}
