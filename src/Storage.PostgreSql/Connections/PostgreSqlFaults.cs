using System.Data;
using System.Net.Sockets;
using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Statements;
using Npgsql;

namespace FlowEngine.Storage.PostgreSql.Connections;

internal sealed class PostgreSqlFaults : IDatabaseFaults
{
    /// <summary>Null where the statement is to blame, not the database.</summary>
    public static string? Code(Exception fault) => fault switch
    {
        PostgresException told => Code(told.SqlState),
        BrokenConnectionException or NpgsqlException or SocketException or IOException or ObjectDisposedException => "database_unavailable",
        _ => null,
    };

    public static StorageUnavailableException? Unavailable(Exception fault) =>
        Code(fault) is { } code ? new StorageUnavailableException(code, fault) : null;

    public static bool IsUnique(Exception fault) => fault is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public static bool IsDeadlock(Exception fault) => fault is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected };

    /// <summary>The server does not know a prepared statement that the connection has in its books.</summary>
    public static bool IsUnknownStatement(Exception fault) => fault is PostgresException { SqlState: PostgresErrorCodes.InvalidSqlStatementName };

    /// <summary>The server answered, or the caller left: the connection is in order.</summary>
    public static bool IsServers(Exception fault) =>
        fault is OperationCanceledException || (fault is PostgresException told && !IsUnknownStatement(told) && !IsClosing(told));

    /// <summary>The connection is gone: whatever was thrown while it was used, such as that it is not open, comes of that.</summary>
    public static bool IsBroken(Exception fault, NpgsqlConnection connection) => fault switch
    {
        PostgresException told => IsClosing(told),
        OperationCanceledException => false,
        NpgsqlException or IOException or SocketException or ObjectDisposedException => true,
        _ => !connection.FullState.HasFlag(ConnectionState.Open),
    };

    public string? CodeOf(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is StorageUnavailableException unavailable)
            {
                return unavailable.Code;
            }

            if (cause is NpgsqlException or BrokenConnectionException || (cause is ObjectDisposedException closed && IsOfConnection(closed.ObjectName)))
            {
                return Code(cause);
            }

            if (cause is InvalidOperationException or NullReferenceException && cause.Source == "Npgsql")
            {
                // The connection was lost between two commands, or within one: it is not open any more, its transaction is over, or the
                // driver reaches for what the loss took away.
                return "database_unavailable";
            }
        }

        return null;
    }

    /// <summary>The server ends the connection.</summary>
    private static bool IsClosing(PostgresException told) =>
        told.SqlState.StartsWith("57P", StringComparison.Ordinal) || told.SqlState.StartsWith("08", StringComparison.Ordinal);

    private static bool IsOfConnection(string disposed) =>
        disposed.StartsWith("Npgsql", StringComparison.Ordinal) || disposed.StartsWith("System.Net.", StringComparison.Ordinal);

    private static string? Code(string state) => state switch
    {
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.QueryCanceled => "database_locked",
        PostgresErrorCodes.ReadOnlySqlTransaction => "database_read_only",
        PostgresErrorCodes.DiskFull => "database_full",
        PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InsufficientPrivilege
            or PostgresErrorCodes.InvalidSqlStatementName => "database_unavailable",
        _ when IsOutage(state[..2]) => "database_unavailable",
        _ => null,
    };

    /// <summary>Connection, sign-in, resources, operator's intervention, system, corruption.</summary>
    private static bool IsOutage(string kind) => kind is "08" or "28" or "53" or "57" or "58" or "F0" or "XX";
}
