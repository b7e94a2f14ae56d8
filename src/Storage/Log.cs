using Microsoft.Extensions.Logging;

namespace FlowEngine.Storage;

internal static partial class Log
{
    [LoggerMessage(EventIds.WriterFault, LogLevel.Error, "The database could not be written to ({Code})")]
    public static partial void WriterFault(ILogger logger, Exception fault, string code);

    [LoggerMessage(EventIds.LifeSignLost, LogLevel.Warning, "The connection that shows that this process lives was lost; it is opened again")]
    public static partial void LifeSignLost(ILogger logger);
}
