using FlowEngine.Storage.Model;

namespace FlowEngine.Storage.Schema;

/// <summary>
/// Triggers for databases with one trigger a kind of change and no functions: any tool's change of a <see cref="StampedTable"/> changes
/// the tenant's stamp in its own transaction.
/// </summary>
/// <param name="onConflict">What the insert of a stamp does where the tenant has one.</param>
/// <param name="body">The part of <c>CREATE TRIGGER</c> behind the table, made of the statement.</param>
public sealed class RowStampTriggers(string onConflict, Func<string, string> body)
{
    private static readonly (string Change, string Row)[] s_changes = [("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")];

    /// <summary>Makes those that are missing.</summary>
    public IEnumerable<SchemaStep> Steps(SchemaFacts facts) => All()
        .Where(trigger => !facts.Objects.Contains(trigger.Name))
        .Select(trigger => new SchemaStep($"trigger {trigger.Name}", [trigger.Sql]));

    public IEnumerable<SchemaStep> Removal(SchemaFacts facts) => All()
        .Where(trigger => facts.Objects.Contains(trigger.Name))
        .Select(trigger => new SchemaStep($"trigger {trigger.Name} dropped", [$"DROP TRIGGER {trigger.Name}"]));

    private IEnumerable<(string Name, string Sql)> All() =>
        from table in StampedTable.All
        from change in s_changes
        let name = $"{table.Trigger}_{change.Change.ToLowerInvariant()}"
        select (name, $"CREATE TRIGGER {name} AFTER {change.Change} ON {table.Name} {body(Stamp(table, change.Row))}");

    private string Stamp(StampedTable table, string row) =>
        $"INSERT INTO {StampedTable.Stamps} (tenant_id, version) VALUES ({(table.Owner is { } column ? $"COALESCE({row}.{column}, 0)" : "0")}, 1) {onConflict}";
}
