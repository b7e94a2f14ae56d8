namespace FlowEngine.Api;

internal static partial class Log
{
    [LoggerMessage(EventIds.Unexpected, LogLevel.Error, "Unexpected fault")]
    public static partial void Unexpected(ILogger logger, Exception fault);

    [LoggerMessage(EventIds.StorageUnavailable, LogLevel.Error, "The database failed: {Code}")]
    public static partial void StorageUnavailable(ILogger logger, Exception fault, string code);

    [LoggerMessage(EventIds.SecretUnreadable, LogLevel.Warning, "Secret {Name} of tenant {TenantId} cannot be read: the keys that it was encrypted with are gone. Store it again")]
    public static partial void SecretUnreadable(ILogger logger, Exception fault, string name, long tenantId);

    [LoggerMessage(EventIds.SettingsNotUsed, LogLevel.Error, "{File} is not used as it is now; its last good content stays until it is corrected. {Faults}")]
    public static partial void SettingsNotUsed(ILogger logger, string file, string faults);

    [LoggerMessage(EventIds.SettingsUsedAgain, LogLevel.Information, "{File} has been corrected and is used again")]
    public static partial void SettingsUsedAgain(ILogger logger, string file);

    [LoggerMessage(EventIds.DemoSeeded, LogLevel.Information, "Demo tenant {Tenant} is there: {Products} products, {Passages} passages, {Flows} flows")]
    public static partial void DemoSeeded(ILogger logger, string tenant, int products, int passages, int flows);

    [LoggerMessage(EventIds.ComparisonFailed, LogLevel.Error, "Comparison {Id} could not be made; it is abandoned")]
    public static partial void ComparisonFailed(ILogger logger, Exception fault, Guid id);

    [LoggerMessage(EventIds.ComparisonNotRun, LogLevel.Error, "Comparison {Id} was not run; it is tried again when its lease ends")]
    public static partial void ComparisonNotRun(ILogger logger, Exception fault, Guid id);

    [LoggerMessage(EventIds.ComparisonGateFailed, LogLevel.Error, "Turn {TurnId} is not compared: its comparison could not be planned")]
    public static partial void ComparisonGateFailed(ILogger logger, Exception fault, Guid turnId);

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
