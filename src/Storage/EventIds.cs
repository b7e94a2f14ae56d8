namespace FlowEngine.Storage;

/// <summary>Ids of this project's log messages: 4000 to 4999.</summary>
internal static class EventIds
{
    public const int WriterFault = 4000;
    public const int LifeSignLost = 4100;
}
