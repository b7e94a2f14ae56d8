using FlowEngine.Moving.Rows;

namespace FlowEngine.Moving.Tests;

internal static class Rows
{
    public static LegacyRow Of(params (string Name, object? Value)[] columns) =>
        new(new LegacyColumns(columns.Select(column => column.Name)), [.. columns.Select(column => column.Value)]);

    public static LegacyRow Conversation(params (string Name, object? Value)[] columns) =>
        Of([.. new (string Name, object? Value)[] { ("id", 7L), ("tenant_id", 1L), ("session_id", "s-7"), ("created_at", "2025-11-04 10:00:00"), ("updated_at", null) }
            .Where(column => columns.All(other => other.Name != column.Name)), .. columns]);
}
