namespace FlowEngine.Api;

internal static partial class Log
{
    [LoggerMessage(EventIds.Unexpected, LogLevel.Error, "Unexpected fault")]
    public static partial void Unexpected(ILogger logger, Exception fault);

    [LoggerMessage(EventIds.StorageUnavailable, LogLevel.Error, "The database failed: {Code}")]
    public static partial void StorageUnavailable(ILogger logger, Exception fault, string code);

    [LoggerMessage(EventIds.StreamBroken, LogLevel.Warning, "A stream of events ends: what changed could not be read")]
    public static partial void StreamBroken(ILogger logger, Exception fault);
}
