using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace FlowEngine.Databases;

/// <summary>A file in a folder of its own.</summary>
public sealed class SqliteHome : DatabaseHome
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flowengine-").FullName;

    public string FilePath => Path.Combine(_folder, "flowengine.db");

    public override string Provider => DatabaseNames.Sqlite;

    public override string ConnectionString => $"Data Source={FilePath}";

    public override Task<bool> ExistsAsync() => Task.FromResult(File.Exists(FilePath));

    public override Task CopyAsync(DatabaseHome template)
    {
        using (var source = template.Open())
        {
            using var command = source.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            command.ExecuteNonQuery();
        }

        File.Copy(((SqliteHome)template).FilePath, FilePath);
        return Task.CompletedTask;
    }

    public override DbConnection Open()
    {
        var connection = new SqliteConnection($"{ConnectionString};Pooling=False;Default Timeout=30");
        connection.Open();
        return connection;
    }

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
