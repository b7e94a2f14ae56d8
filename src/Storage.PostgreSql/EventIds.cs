namespace FlowEngine.Storage.PostgreSql;

/// <summary>Ids of this project's log messages: 7000 to 7999.</summary>
internal static class EventIds
{
    public const int StaleRowsKept = 7000;
}
