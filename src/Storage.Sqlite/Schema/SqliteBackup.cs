using System.Globalization;
using FlowEngine.Storage.Sqlite.Connections;
using Microsoft.Data.Sqlite;

namespace FlowEngine.Storage.Sqlite.Schema;

/// <summary>An online copy beside the file, checked before it counts.</summary>
internal static class SqliteBackup
{
    public static string Make(SqliteConnections connections, DateTimeOffset now)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{connections.FilePath}.backup-{now.UtcDateTime:yyyyMMdd'T'HHmmssfff'Z'}");
        using var source = connections.OpenRead();
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        copy.Open();
        source.BackupDatabase(copy);
        Verify(copy, path);
        return path;
    }

    private static void Verify(SqliteConnection copy, string path)
    {
        using var command = copy.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        if (command.ExecuteScalar() is not "ok")
        {
            throw new InvalidDataException($"The backup {path} is not sound; nothing was changed.");
        }
    }
}
