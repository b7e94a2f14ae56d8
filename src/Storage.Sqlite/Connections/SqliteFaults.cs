using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Turns;
using Microsoft.Data.Sqlite;

namespace FlowEngine.Storage.Sqlite.Connections;

internal sealed class SqliteFaults(SqliteConnections connections) : IDatabaseFaults
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int Protocol = 15;
    private const int NotADatabase = 26;
    private const int Constraint = 19;

    public static string? Code(SqliteException fault) => fault.SqliteErrorCode switch
    {
        Busy or Locked or Protocol => "database_locked",
        ReadOnly => "database_read_only",
        Full => "database_full",
        IoError or Corrupt or CannotOpen or NotADatabase => "database_unavailable",
        _ => null,
    };

    public static bool IsConstraint(SqliteException fault) => fault.SqliteErrorCode == Constraint;

    public static StorageUnavailableException? Unavailable(SqliteException fault) =>
        Code(fault) is { } code ? new StorageUnavailableException(code, SqliteDamage.IsDamage(fault) ? new DatabaseDamagedException(fault) : fault) : null;

    public static bool IsNotADatabase(SqliteException fault) => fault.SqliteErrorCode == NotADatabase;

    /// <summary>The path is for logs and the command line; an answer of the API has the code alone.</summary>
    public static StorageUnavailableException OtherFile(string path, SqliteException fault) =>
        new("database_unavailable", new InvalidDataException($"{path} is not a SQLite database. Name another file in the connection string.", fault));

    public string? CodeOf(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is StorageUnavailableException unavailable)
            {
                return unavailable.Code;
            }

            if (cause is SqliteException sqlite)
            {
                connections.Damage.Note(sqlite);
                return Code(sqlite);
            }
        }

        return null;
    }
}
