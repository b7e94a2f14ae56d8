namespace FlowEngine.Api;

/// <summary>Ids of this project's log messages: 5000 to 5999.</summary>
internal static class EventIds
{
    public const int Unexpected = 5000;
    public const int StorageUnavailable = 5001;
    public const int SecretUnreadable = 5002;
    public const int SettingsNotUsed = 5010;
    public const int SettingsUsedAgain = 5011;
    public const int DemoSeeded = 5300;
    public const int ComparisonFailed = 5500;
    public const int ComparisonNotRun = 5501;
    public const int ComparisonGateFailed = 5502;
    public const int WatchFailed = 5503;
    public const int SteppedBack = 5504;
    public const int NotSteppedBack = 5505;
    public const int VerdictWithoutModel = 5506;
    public const int RoundFailed = 5507;
}
