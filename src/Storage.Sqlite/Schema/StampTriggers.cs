using FlowEngine.Storage.Schema;

namespace FlowEngine.Storage.Sqlite.Schema;

internal static class StampTriggers
{
    public static RowStampTriggers OfRows { get; } =
        new("ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1", statement => $"BEGIN {statement}; END");
}
