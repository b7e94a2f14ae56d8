namespace FlowEngine.Hosting;

/// <summary>Ids of this project's log messages: 5002 and 5300 to 5399.</summary>
internal static class EventIds
{
    public const int SecretUnreadable = 5002;
    public const int DemoSeeded = 5300;
    public const int JobFailed = 5310;
    public const int JobNotRenewed = 5311;
    public const int JobLost = 5312;
    public const int JobNotStored = 5313;
    public const int KeyUsesLost = 5301;
    public const int SettingsNotRead = 5012;
}
