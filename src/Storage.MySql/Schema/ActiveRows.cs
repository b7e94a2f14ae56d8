using FlowEngine.Storage.Schema;

namespace FlowEngine.Storage.MySql.Schema;

/// <summary>What keeps one row active: the database has no filtered indexes.</summary>
internal static class ActiveRows
{
    /// <summary>
    /// 1 in an active row, else null: nulls are never the same, so an index with this column is unique among the active rows alone.
    /// </summary>
    public const string Column = "active_key";

    private static readonly (string Table, string Index, string Columns)[] s_active =
    [
        ("bot_settings", "ux_bot_settings_tenant_id_active", "tenant_id"),
        ("tenant_conversation_flows", "ux_tenant_conversation_flows_tenant_id_flow_name_active", "tenant_id, flow_name"),
    ];

    /// <summary>Of the column, among the names of indexes and triggers.</summary>
    public static string Name(string table) => $"{table}.{Column}";

    public static IEnumerable<SchemaStep> Steps(SchemaFacts facts)
    {
        foreach (var (table, index, columns) in s_active)
        {
            if (!facts.Objects.Contains(Name(table)))
            {
                yield return new(
                    $"column {Name(table)}",
                    [$"ALTER TABLE {table} ADD COLUMN {Column} tinyint GENERATED ALWAYS AS (IF(is_active, 1, NULL)) VIRTUAL"]);
            }

            if (facts.Objects.Contains(index))
            {
                continue;
            }

            if (RowRepairs.Before(index) is { } repair && facts.HasRows(table))
            {
                yield return repair;
            }

            yield return new($"index {index}", [$"CREATE UNIQUE INDEX {index} ON {table} ({columns}, {Column})"]);
        }
    }
}
