using FlowEngine.Storage.Schema;

namespace FlowEngine.Storage.MySql.Schema;

internal static class StampTriggers
{
    public static RowStampTriggers OfRows { get; } =
        new("ON DUPLICATE KEY UPDATE version = version + 1", statement => $"FOR EACH ROW {statement}");
}
