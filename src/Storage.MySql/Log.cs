using Microsoft.Extensions.Logging;

namespace FlowEngine.Storage.MySql;

internal static partial class Log
{
    [LoggerMessage(EventIds.StaleRowsKept, LogLevel.Warning, "Rows of tenant {TenantId} that changed could not be indexed ({Code}); searches do not find them")]
    public static partial void StaleRowsKept(ILogger logger, long tenantId, string code);

    [LoggerMessage(EventIds.WriterFault, LogLevel.Error, "A turn could not be written ({Code})")]
    public static partial void WriterFault(ILogger logger, Exception fault, string code);

    [LoggerMessage(EventIds.LifeLockLost, LogLevel.Warning, "The connection that shows that this process lives was lost; it is opened again")]
    public static partial void LifeLockLost(ILogger logger);
}
