using Microsoft.Extensions.Logging;

namespace FlowEngine.Storage.PostgreSql;

internal static partial class Log
{
    [LoggerMessage(EventIds.StaleRowsKept, LogLevel.Warning, "Rows of tenant {TenantId} that changed could not be indexed ({Code}); searches do not find them")]
    public static partial void StaleRowsKept(ILogger logger, long tenantId, string code);
}
