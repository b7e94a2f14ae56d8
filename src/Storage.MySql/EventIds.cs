namespace FlowEngine.Storage.MySql;

/// <summary>Ids of this project's log messages: 8000 to 8999.</summary>
internal static class EventIds
{
    public const int StaleRowsKept = 8000;
}
