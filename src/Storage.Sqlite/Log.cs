using Microsoft.Extensions.Logging;

namespace FlowEngine.Storage.Sqlite;

internal static partial class Log
{
    [LoggerMessage(EventIds.StaleRowsKept, LogLevel.Warning, "Rows of tenant {TenantId} that changed could not be indexed ({Code}); searches do not find them")]
    public static partial void StaleRowsKept(ILogger logger, long tenantId, string code);

    [LoggerMessage(EventIds.WriterFault, LogLevel.Error, "A batch of {Count} turns could not be written ({Code})")]
    public static partial void WriterFault(ILogger logger, Exception fault, int count, string code);

    [LoggerMessage(EventIds.FileReplaced, LogLevel.Warning, "The database file at {Path} was replaced. The new file has the right schema, so the service continues with it")]
    public static partial void FileReplaced(ILogger logger, string path);

    [LoggerMessage(EventIds.FileRefused, LogLevel.Error, "The database file at {Path} was replaced, and the service cannot use the new file. {Reason}")]
    public static partial void FileRefused(ILogger logger, string path, string reason);

    [LoggerMessage(EventIds.SidecarPutAside, LogLevel.Warning, "{Sidecar} belongs to the database file that was replaced. It was renamed to {Aside}; delete it unless you need that database")]
    public static partial void SidecarPutAside(ILogger logger, string sidecar, string aside);
}
