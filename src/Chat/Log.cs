using Microsoft.Extensions.Logging;

namespace FlowEngine.Chat;

internal static partial class Log
{
    [LoggerMessage(EventIds.StorageUnavailable, LogLevel.Error, "The database failed: {Code}")]
    public static partial void StorageUnavailable(ILogger logger, Exception fault, string code);

    [LoggerMessage(EventIds.TurnFailed, LogLevel.Warning, "Turn {TurnId} of {Engine} failed: {Code}")]
    public static partial void TurnFailed(ILogger logger, Guid turnId, string engine, string code);

    [LoggerMessage(EventIds.TurnFellBack, LogLevel.Warning, "Turn {TurnId} of {Engine} failed: {Code}; {StandIn} answers it")]
    public static partial void TurnFellBack(ILogger logger, Guid turnId, string engine, string code, string standIn);

    [LoggerMessage(EventIds.UnknownStage, LogLevel.Warning, "Feature flag ConversationEngine gives '{Stage}' for tenant {Tenant}, which is not a stage of this version; 'off' is used")]
    public static partial void UnknownStage(ILogger logger, string? stage, string tenant);

    [LoggerMessage(EventIds.UnreadableStage, LogLevel.Warning, "Feature flag ConversationEngine cannot be read for tenant {Tenant}: {Reason} It keeps the stage that it had, or 'off'")]
    public static partial void UnreadableStage(ILogger logger, string reason, string tenant);

    [LoggerMessage(EventIds.RoundFailed, LogLevel.Error, "A round of background work failed: {Work} tries again")]
    public static partial void RoundFailed(ILogger logger, Exception fault, string work);

    [LoggerMessage(EventIds.TimeoutFailed, LogLevel.Error, "The time-out of conversation {Conversation} could not be run; it is tried again")]
    public static partial void TimeoutFailed(ILogger logger, Exception fault, Guid conversation);

    [LoggerMessage(EventIds.Unexpected, LogLevel.Error, "Unexpected fault")]
    public static partial void Unexpected(ILogger logger, Exception fault);

    [LoggerMessage(EventIds.SettingsNotUsed, LogLevel.Error, "{File} is not used as it is now; its last good content stays until it is corrected. {Faults}")]
    public static partial void SettingsNotUsed(ILogger logger, string file, string faults);

    [LoggerMessage(EventIds.SettingsUsedAgain, LogLevel.Information, "{File} has been corrected and is used again")]
    public static partial void SettingsUsedAgain(ILogger logger, string file);
}
