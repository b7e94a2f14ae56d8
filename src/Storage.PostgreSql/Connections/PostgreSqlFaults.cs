using System.Net.Sockets;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Turns;
using Npgsql;

namespace FlowEngine.Storage.PostgreSql.Connections;

internal sealed class PostgreSqlFaults : IDatabaseFaults
{
    /// <summary>Null where the statement is to blame, not the database.</summary>
    public static string? Code(Exception fault) => fault switch
    {
        PostgresException told => Code(told.SqlState),
        NpgsqlException or SocketException => "database_unavailable",
        _ => null,
    };

    public static StorageUnavailableException? Unavailable(Exception fault) =>
        Code(fault) is { } code ? new StorageUnavailableException(code, fault) : null;

    public static bool IsUnique(Exception fault) => fault is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public static bool IsDeadlock(Exception fault) => fault is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected };

    /// <summary>The connection is gone, as after a restart of the server: what it was told may or may not be done.</summary>
    public static bool IsBroken(Exception fault) => fault switch
    {
        PostgresException told => told.SqlState.StartsWith("57P", StringComparison.Ordinal) || told.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException => true,
        _ => false,
    };

    public string? CodeOf(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is StorageUnavailableException unavailable)
            {
                return unavailable.Code;
            }

            if (cause is NpgsqlException)
            {
                return Code(cause);
            }
        }

        return null;
    }

    private static string? Code(string state) => state switch
    {
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.QueryCanceled => "database_locked",
        PostgresErrorCodes.ReadOnlySqlTransaction => "database_read_only",
        PostgresErrorCodes.DiskFull => "database_full",
        PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InsufficientPrivilege => "database_unavailable",
        _ when IsOutage(state[..2]) => "database_unavailable",
        _ => null,
    };

    /// <summary>Connection, sign-in, resources, operator's intervention, system, corruption.</summary>
    private static bool IsOutage(string kind) => kind is "08" or "28" or "53" or "57" or "58" or "F0" or "XX";
}
