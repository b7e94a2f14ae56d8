using FlowEngine.Storage.Schema;

namespace FlowEngine.Storage.Sqlite.Schema;

/// <summary>Any tool's change of a <see cref="StampedTable"/> changes the tenant's stamp in its own transaction.</summary>
internal static class StampTriggers
{
    private static readonly (string Change, string Row)[] s_changes = [("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")];

    public static IEnumerable<SchemaStep> Steps(SchemaFacts facts) => All()
        .Where(trigger => !facts.Objects.Contains(trigger.Name))
        .Select(trigger => new SchemaStep($"trigger {trigger.Name}", [trigger.Sql]));

    public static IEnumerable<SchemaStep> Removal(SchemaFacts facts) => All()
        .Where(trigger => facts.Objects.Contains(trigger.Name))
        .Select(trigger => new SchemaStep($"trigger {trigger.Name} dropped", [$"DROP TRIGGER {trigger.Name}"]));

    private static IEnumerable<(string Name, string Sql)> All() =>
        from table in StampedTable.All
        from change in s_changes
        let name = $"{table.Trigger}_{change.Change.ToLowerInvariant()}"
        select (name, Create(table, name, change.Change, change.Row));

    private static string Create(StampedTable table, string name, string change, string row) =>
        $"CREATE TRIGGER {name} AFTER {change} ON {table.Name} BEGIN {Sql(table, row)}; END";

    private static string Sql(StampedTable table, string row) =>
        $"INSERT INTO {StampedTable.Stamps} (tenant_id, version) VALUES ({(table.Owner is { } column ? $"COALESCE({row}.{column}, 0)" : "0")}, 1) "
        + "ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1";
}
