using Microsoft.Data.Sqlite;

namespace FlowEngine.Api.Tests.Harness;

/// <summary>A path for a database file in a folder of its own, and a look into the file with plain SQL.</summary>
public sealed class TemporaryDatabase : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flowengine-").FullName;

    public string FilePath => Path.Combine(_folder, "service.db");

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        return connection;
    }

    public IReadOnlyList<T> Query<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public long Count(string sql) => Query($"SELECT COUNT(*) FROM {sql}", row => row.GetInt64(0))[0];

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
