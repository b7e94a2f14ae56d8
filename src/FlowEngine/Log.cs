using Microsoft.Extensions.Logging;

namespace FlowEngine;

internal static partial class Log
{
    [LoggerMessage(EventIds.ModelFailed, LogLevel.Warning, "AI configuration {Configuration} ({Model}) gave no answer: {Cause}")]
    public static partial void ModelFailed(ILogger logger, string configuration, string model, string cause);

    [LoggerMessage(EventIds.NodeThrew, LogLevel.Error, "Node {NodeId} of type {NodeType} threw")]
    public static partial void NodeThrew(ILogger logger, Exception fault, string nodeId, string nodeType);
}
