namespace FlowEngine.Chat;

/// <summary>Ids of this project's log messages: 5000 to 5499.</summary>
internal static class EventIds
{
    public const int SettingsNotUsed = 5010;
    public const int SettingsUsedAgain = 5011;
    public const int Unexpected = 5000;
    public const int StorageUnavailable = 5001;
    public const int TurnFailed = 5100;
    public const int TurnFellBack = 5101;
    public const int UnknownStage = 5200;
    public const int UnreadableStage = 5201;
    public const int RoundFailed = 5400;
    public const int TimeoutFailed = 5401;
}
