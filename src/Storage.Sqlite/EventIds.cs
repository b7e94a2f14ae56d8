namespace FlowEngine.Storage.Sqlite;

/// <summary>Ids of this project's log messages: 6000 to 6999.</summary>
internal static class EventIds
{
    public const int StaleRowsKept = 6000;
    public const int WriterFault = 6100;
    public const int FileReplaced = 6200;
    public const int FileRefused = 6201;
    public const int SidecarPutAside = 6202;
}
