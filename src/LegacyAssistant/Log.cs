using Microsoft.Extensions.Logging;

namespace FlowEngine.LegacyAssistant;

internal static partial class Log
{
    [LoggerMessage(EventIds.StageThrew, LogLevel.Error, "The legacy assistant's stage {Stage} threw")]
    public static partial void StageThrew(ILogger logger, Exception fault, string stage);
}
