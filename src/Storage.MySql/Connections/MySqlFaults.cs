using System.Net.Sockets;
using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Statements;
using MySqlConnector;

namespace FlowEngine.Storage.MySql.Connections;

internal sealed class MySqlFaults : IDatabaseFaults
{
    /// <summary>No row where one must be, or several: the statement that asks raises it (see <see cref="Guard"/>).</summary>
    private const int SubqueryNoOneRow = 1242;

    private const int ConnectionKilled = 1927;
    private const int StatementTimeout = 1969;
    private const int QueryTimeout = 3024;
    private const int LockNoWait = 3572;
    private const int ReadOnlyMode = 1836;

    /// <summary>Null where the statement is to blame, not the database.</summary>
    public static string? Code(Exception fault) => fault switch
    {
        MySqlException told => Code(told),
        SocketException or IOException => "database_unavailable",
        _ => null,
    };

    public static StorageUnavailableException? Unavailable(Exception fault) =>
        Code(fault) is { } code ? new StorageUnavailableException(code, fault) : null;

    public static bool IsUnique(Exception fault) => fault is MySqlException { ErrorCode: MySqlErrorCode.DuplicateKeyEntry };

    public static bool IsGuard(Exception fault) => fault is MySqlException { Number: SubqueryNoOneRow };

    public static bool IsDeadlock(Exception fault) => fault is MySqlException { ErrorCode: MySqlErrorCode.LockDeadlock };

    public static bool IsMissingDatabase(Exception fault) => fault is MySqlException { ErrorCode: MySqlErrorCode.UnknownDatabase };

    /// <summary>An open connection is gone, as after a restart of the server: what it was told may or may not be done.</summary>
    public static bool IsBroken(Exception fault) => fault is SocketException or IOException || (fault is MySqlException told && told.ErrorCode switch
    {
        MySqlErrorCode.None or MySqlErrorCode.ServerShutdown or MySqlErrorCode.NormalShutdown or MySqlErrorCode.ShutdownComplete
            or MySqlErrorCode.AbortingConnection or MySqlErrorCode.NewAbortingConnection
            or MySqlErrorCode.CommandTimeoutExpired or MySqlErrorCode.QueryInterrupted => true,
        _ => told.Number == ConnectionKilled || IsNetwork(told.Number),
    });

    /// <summary>Broken before it was asked, or by a fault of the line: a read may be tried on another connection.</summary>
    public static bool IsLost(Exception fault) =>
        IsBroken(fault) && fault is not MySqlException { ErrorCode: MySqlErrorCode.CommandTimeoutExpired or MySqlErrorCode.QueryInterrupted };

    public string? CodeOf(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is StorageUnavailableException unavailable)
            {
                return unavailable.Code;
            }

            if (cause is MySqlException or SocketException)
            {
                return Code(cause);
            }

            if (cause is BrokenConnectionException { InnerException: IOException }
                || (cause is InvalidOperationException or NullReferenceException && cause.Source == "MySqlConnector"))
            {
                // The connection was lost between two commands, or within one: it is not open any more, its transaction is over, or the
                // driver reaches for what the loss took away.
                return "database_unavailable";
            }
        }

        return null;
    }

    private static string? Code(MySqlException told) => told.ErrorCode switch
    {
        MySqlErrorCode.LockWaitTimeout or MySqlErrorCode.LockDeadlock or MySqlErrorCode.QueryInterrupted
            or MySqlErrorCode.CommandTimeoutExpired => "database_locked",
        MySqlErrorCode.OptionPreventsStatement or MySqlErrorCode.InnodbReadOnly or MySqlErrorCode.CannotExecuteInReadOnlyTransaction
            => "database_read_only",
        MySqlErrorCode.TableAccessDenied when !told.Message.StartsWith("SELECT", StringComparison.Ordinal) => "database_read_only",
        MySqlErrorCode.DiskFull or MySqlErrorCode.RecordFileFull => "database_full",
        MySqlErrorCode.UnableToConnectToHost or MySqlErrorCode.ConnectionCountError or MySqlErrorCode.TooManyUserConnections
            or MySqlErrorCode.AccessDenied or MySqlErrorCode.DatabaseAccessDenied or MySqlErrorCode.TableAccessDenied
            or MySqlErrorCode.UnknownDatabase or MySqlErrorCode.HandshakeError or MySqlErrorCode.OutOfMemory
            or MySqlErrorCode.OutOfResources or MySqlErrorCode.GetErrorNumber => "database_unavailable",
        _ when told.Number is ReadOnlyMode => "database_read_only",
        _ when told.Number is LockNoWait or StatementTimeout or QueryTimeout => "database_locked",
        _ when IsBroken(told) => "database_unavailable",
        _ => null,
    };

    private static bool IsNetwork(int number) => number is (>= 1156 and <= 1161) or 2006 or 2013;
}
