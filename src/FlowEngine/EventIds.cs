namespace FlowEngine;

/// <summary>Ids of this project's log messages: 1000 to 1999.</summary>
internal static class EventIds
{
    public const int ModelFailed = 1000;
    public const int NodeThrew = 1100;
}
