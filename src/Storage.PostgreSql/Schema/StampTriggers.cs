using FlowEngine.Storage.Model;
using FlowEngine.Storage.Schema;

namespace FlowEngine.Storage.PostgreSql.Schema;

/// <summary>
/// Any tool's change of a <see cref="StampedTable"/> changes the tenant's stamp in its own transaction. The transaction's id is one that no
/// other has, and a transaction of many rows writes it once.
/// </summary>
internal static class StampTriggers
{
    public static IEnumerable<SchemaStep> Steps(SchemaFacts facts) =>
        StampedTable.All.Where(table => !facts.Objects.Contains(table.Trigger)).Select(Create);

    public static IEnumerable<SchemaStep> Removal(SchemaFacts facts) => StampedTable.All.Where(table => facts.Objects.Contains(table.Trigger))
        .Select(table => new SchemaStep(
            $"trigger {table.Trigger} dropped",
            [$"DROP TRIGGER {table.Trigger} ON {table.Name}", $"DROP FUNCTION IF EXISTS {table.Trigger}()"]));

    private static SchemaStep Create(StampedTable table)
    {
        var owner = table.Owner is { } column ? $"COALESCE(NEW.{column}, OLD.{column}, 0)" : "0";
        return new(
            $"trigger {table.Trigger}",
            [
                $"""
                CREATE OR REPLACE FUNCTION {table.Trigger}() RETURNS trigger LANGUAGE plpgsql AS $body$
                BEGIN
                  INSERT INTO {StampedTable.Stamps} AS s (tenant_id, version) VALUES ({owner}, pg_current_xact_id()::text::bigint)
                  ON CONFLICT (tenant_id) DO UPDATE SET version = excluded.version WHERE s.version <> excluded.version;
                  RETURN NULL;
                END
                $body$
                """,
                $"""
                CREATE TRIGGER {table.Trigger} AFTER INSERT OR UPDATE OR DELETE ON {table.Name}
                FOR EACH ROW EXECUTE FUNCTION {table.Trigger}()
                """,
            ]);
    }
}
