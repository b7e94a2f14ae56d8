using Microsoft.Extensions.Logging;

namespace FlowEngine.ParallelRuns;

internal static partial class Log
{
    [LoggerMessage(EventIds.ComparisonFailed, LogLevel.Error, "Comparison {Id} could not be made; it is abandoned")]
    public static partial void ComparisonFailed(ILogger logger, Exception fault, Guid id);

    [LoggerMessage(EventIds.ComparisonNotRun, LogLevel.Error, "Comparison {Id} was not run; it is tried again when its lease ends")]
    public static partial void ComparisonNotRun(ILogger logger, Exception fault, Guid id);

    [LoggerMessage(EventIds.PlanningFailed, LogLevel.Error, "Turn {TurnId} is not compared: its comparison could not be planned")]
    public static partial void PlanningFailed(ILogger logger, Exception fault, Guid turnId);

    [LoggerMessage(EventIds.WatchFailed, LogLevel.Error, "Tenant {Tenant} could not be watched; it is looked at again")]
    public static partial void WatchFailed(ILogger logger, Exception fault, string tenant);

    [LoggerMessage(EventIds.SteppedBack, LogLevel.Warning, "Tenant {Tenant} was taken back from {From} to {To}: {Reason}")]
    public static partial void SteppedBack(ILogger logger, string tenant, string from, string to, string reason);

    [LoggerMessage(EventIds.NotSteppedBack, LogLevel.Warning, "Tenant {Tenant} could not be taken a stage back: {Code}")]
    public static partial void NotSteppedBack(ILogger logger, string tenant, string code);

    [LoggerMessage(EventIds.VerdictWithoutModel, LogLevel.Warning, "The verdict on turn {TurnId} is made without a model: {Cause}")]
    public static partial void VerdictWithoutModel(ILogger logger, Guid turnId, string cause);

    [LoggerMessage(EventIds.RoundFailed, LogLevel.Error, "A round of comparisons failed: {Work} tries again")]
    public static partial void RoundFailed(ILogger logger, Exception fault, string work);
}
