using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace FlowEngine.Databases;

/// <summary>A file in a folder of its own.</summary>
public sealed class SqliteHome : DatabaseHome
{
    private readonly Lock _copying = new();

    private readonly string _folder = Directory.CreateTempSubdirectory("flowengine-").FullName;

    public string FilePath => Path.Combine(_folder, "flowengine.db");

    public override string Provider => DatabaseNames.Sqlite;

    public override string ConnectionString => $"Data Source={FilePath}";

    public override Task<bool> ExistsAsync() => Task.FromResult(File.Exists(FilePath));

    /// <summary>By the first that opens it.</summary>
    public override Task CreateAsync() => Task.CompletedTask;

    public override Task CopyAsync(DatabaseHome template) => ((SqliteHome)template).CopyToAsync(FilePath);

    /// <summary>Nobody may write to it meanwhile.</summary>
    public Task CopyToAsync(string file)
    {
        // A checkpoint that another one is in the way of gives up without a word, and the copy would be of a half written file.
        lock (_copying)
        {
            Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            File.Copy(FilePath, file);
        }

        return Task.CompletedTask;
    }

    public override Task<string> ReadOnlyAsync() => Task.FromResult(";Mode=ReadOnly");

    public override DbConnection Open()
    {
        var connection = new SqliteConnection($"{ConnectionString};Pooling=False;Default Timeout=30");
        connection.Open();
        return connection;
    }

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Delete();
        return ValueTask.CompletedTask;
    }

    public void Delete() => Directory.Delete(_folder, recursive: true);
}
