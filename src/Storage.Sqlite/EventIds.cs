namespace FlowEngine.Storage.Sqlite;

/// <summary>Ids of this project's log messages: 5000 to 5999.</summary>
internal static class EventIds
{
    public const int StaleRowsKept = 5000;
    public const int WriterFault = 5100;
}
