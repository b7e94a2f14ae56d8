using System.Data.Common;
using System.Globalization;
using FlowEngine.Storage.Legacy;
using FlowEngine.Storage.Sqlite.Connections;
using Microsoft.Data.Sqlite;

namespace FlowEngine.Storage.Sqlite.Legacy;

internal sealed class SqliteSource : ISourceDatabase
{
    public bool Takes(string connection) =>
        !connection.Contains('=', StringComparison.Ordinal)
        || File.Exists(connection)
        || connection.Contains("data source", StringComparison.OrdinalIgnoreCase)
        || connection.Contains("filename", StringComparison.OrdinalIgnoreCase);

    public async Task<DbConnection> OpenAsync(string connection, CancellationToken cancellationToken)
    {
        var settings = Settings(connection, SqliteOpenMode.ReadOnly);
        if (!File.Exists(settings.DataSource))
        {
            throw new FileNotFoundException($"There is no database {settings.DataSource}.");
        }

        return await OpenAsync(settings, "PRAGMA query_only=1", cancellationToken);
    }

    public async Task<IReadOnlySet<string>> TablesAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')";
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
        var settings = Settings(connection, SqliteOpenMode.ReadWriteCreate);
        if (File.Exists(settings.DataSource))
        {
            throw new IOException($"{settings.DataSource} is there already.");
        }

        return await OpenAsync(settings, "PRAGMA synchronous=OFF", cancellationToken);
    }

    public string OfTenant(string connection, long tenant)
    {
        var path = Settings(connection, SqliteOpenMode.ReadOnly).DataSource;
        return string.Create(CultureInfo.InvariantCulture, $"{Path.ChangeExtension(path, null)}.tenant-{tenant}{Path.GetExtension(path)}");
    }

    public string ColumnType(string type) => type;

    public string Value(string parameter, string type) => parameter;

    private static async Task<DbConnection> OpenAsync(SqliteConnectionStringBuilder settings, string pragma, CancellationToken cancellationToken)
    {
        var opened = new SqliteConnection(settings.ConnectionString);
        try
        {
            await opened.OpenAsync(cancellationToken);
            await using var command = opened.CreateCommand();

            // Reads the file's first page, so that another kind of file is refused here.
            command.CommandText = $"{pragma};PRAGMA schema_version";
            await command.ExecuteNonQueryAsync(cancellationToken);
            return opened;
        }
        catch (SqliteException fault) when (SqliteFaults.IsNotADatabase(fault))
        {
            await opened.DisposeAsync();
            throw SqliteFaults.OtherFile(settings.DataSource, fault);
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    private static SqliteConnectionStringBuilder Settings(string connection, SqliteOpenMode mode) =>
        new(connection.Contains('=', StringComparison.Ordinal) ? connection : $"Data Source={connection}") { Mode = mode, Pooling = false };
}
