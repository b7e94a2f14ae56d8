namespace FlowEngine.Api;

/// <summary>Ids of this project's log messages: 5000 to 5999.</summary>
internal static class EventIds
{
    public const int Unexpected = 5000;
    public const int StorageUnavailable = 5001;
    public const int StreamBroken = 5600;
}
