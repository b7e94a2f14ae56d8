using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Turns;
using Microsoft.Data.Sqlite;

namespace FlowEngine.Storage.Sqlite.Connections;

/// <summary>
/// Whether the file was found damaged. Writing to a damaged file may destroy what could still be saved, so nothing is read or written then, though
/// other pages may be sound. The file is checked again from time to time, and used again once it was restored.
/// </summary>
/// <param name="open">A connection of its own to the file.</param>
internal sealed class SqliteDamage(string path, Func<SqliteConnection> open, TimeProvider time)
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    /// <summary>Of a full-text table's own content, which can be made again.</summary>
    private const int CorruptVirtualTable = 267;

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private SqliteException? _found;
    private FileIdentity? _file;
    private long _checkedAt;
    private bool _checking;

    public static bool IsDamage(SqliteException fault) =>
        fault is { SqliteErrorCode: Corrupt or NotADatabase, SqliteExtendedErrorCode: not CorruptVirtualTable };

    /// <summary>Remembers a fault that says that the file is damaged, and ignores any other.</summary>
    public void Note(SqliteException fault)
    {
        if (IsDamage(fault))
        {
            lock (_lock)
            {
                (_found, _file, _checkedAt) = (fault, FileIdentity.Of(path), time.GetTimestamp());
            }
        }
    }

    /// <exception cref="StorageUnavailableException">The file was found damaged and is not known to be restored.</exception>
    public void ThrowIfFound()
    {
        lock (_lock)
        {
            if (_found is null)
            {
                return;
            }

            // What was found says nothing about another file that was put in its place.
            if (_file is { } damaged && FileIdentity.Of(path) is { } now && !now.IsSame(damaged))
            {
                _found = null;
                return;
            }

            if (!_checking && time.GetElapsedTime(_checkedAt) >= s_pause)
            {
                _checking = true;
                _ = Task.Run(Check);
            }

            throw new StorageUnavailableException("database_unavailable", new DatabaseDamagedException(_found));
        }
    }

    private void Check()
    {
        var isSound = false;
        try
        {
            isSound = IsSound();
        }
        finally
        {
            // Whatever kept the check from its end, it is made again after the pause.
            lock (_lock)
            {
                (_checking, _checkedAt) = (false, time.GetTimestamp());
                _found = isSound ? null : _found;
            }
        }
    }

    private bool IsSound()
    {
        try
        {
            using var connection = open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA quick_check(1)";
            return command.ExecuteScalar() is "ok";
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
