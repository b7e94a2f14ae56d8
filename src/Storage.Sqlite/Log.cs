using Microsoft.Extensions.Logging;

namespace FlowEngine.Storage.Sqlite;

internal static partial class Log
{
    [LoggerMessage(EventIds.StaleRowsKept, LogLevel.Warning, "Rows of tenant {TenantId} that changed could not be indexed ({Code}); searches do not find them")]
    public static partial void StaleRowsKept(ILogger logger, long tenantId, string code);

    [LoggerMessage(EventIds.WriterFault, LogLevel.Error, "A batch of {Count} turns could not be written ({Code})")]
    public static partial void WriterFault(ILogger logger, Exception fault, int count, string code);
}
