using FlowEngine.Storage.PostgreSql.Search;
using FlowEngine.Storage.Schema;

namespace FlowEngine.Storage.PostgreSql.Schema;

/// <summary>
/// Indexes over the folded column <c>search_text</c>. A change of the columns it is made of, from any tool, empties it: such stale rows are
/// folded again before the next search.
/// </summary>
internal static class SearchSchema
{
    private static readonly string[] s_tables = ["products", "knowledge_documents"];

    private const string CategoryTrigger = "tr_product_categories_stale";

    private const string CategoryFunction = $"""
        CREATE OR REPLACE FUNCTION {CategoryTrigger}() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
          UPDATE products SET search_text = NULL WHERE tenant_id = NEW.tenant_id AND category_id = NEW.id;
          RETURN NULL;
        END
        $body$
        """;

    private const string CategorySql = $"""
        CREATE TRIGGER {CategoryTrigger} AFTER UPDATE OF slug, names, synonyms ON product_categories
        FOR EACH ROW EXECUTE FUNCTION {CategoryTrigger}()
        """;

    /// <summary>Where a process that starts looks for the claims of the dead.</summary>
    private const string ClaimIndex = "ix_conversation_turns_claimed";

    private const string ClaimSql = $"CREATE INDEX {ClaimIndex} ON conversation_turns (lease_until) WHERE status = 'claimed'";

    public static IReadOnlyList<SchemaStep> Steps(SchemaFacts facts)
    {
        var columns = s_tables
            .Where(table => !facts.Tables.TryGetValue(table, out var there) || !there.Has(SearchVector.Column))
            .Select(table => new SchemaStep(
                $"column {table}.{SearchVector.Column}", [$"ALTER TABLE {table} ADD COLUMN {SearchVector.Definition}"]));
        List<SchemaStep> indexes = [.. s_tables.Select(Index), new(ClaimIndex, [ClaimSql])];
        List<SchemaStep> triggers =
        [
            Stale("products", ["name", "sku", "description", "tags", "attributes", "category_id", "tenant_id"]),
            Stale("knowledge_documents", ["title", "content", "tags", "tenant_id"]),
            new(CategoryTrigger, [CategoryFunction, CategorySql]),
        ];
        return
        [
            .. columns,
            .. indexes.Where(step => !facts.Objects.Contains(step.Name)).Select(step => step with { Name = $"index {step.Name}" }),
            .. triggers.Where(step => !facts.Objects.Contains(step.Name)).Select(step => step with { Name = $"trigger {step.Name}" }),
        ];
    }

    /// <summary>Statements that make a table's kept words again; none for others.</summary>
    public static IEnumerable<string> AddVector(string table) =>
        s_tables.Where(other => other == table).Select(other => $"ALTER TABLE {other} ADD COLUMN {SearchVector.Definition}");

    /// <summary>What stays when a table is dropped.</summary>
    public static IEnumerable<string> Drop(string table) => Steps(SchemaFacts.Empty)
        .Where(step => step.Name == $"trigger tr_{table}_stale")
        .Select(step => $"DROP FUNCTION IF EXISTS {step.Name.Split(' ')[1]}()");

    private static SchemaStep Index(string table)
    {
        var name = $"ix_{table}_{SearchVector.Column}";
        return new(name, [$"CREATE INDEX {name} ON {table} USING gin ({SearchVector.Column})"]);
    }

    private static SchemaStep Stale(string table, IReadOnlyList<string> sources)
    {
        var trigger = $"tr_{table}_stale";
        var changed = string.Join(" OR ", sources.Select(column => $"OLD.{column} IS DISTINCT FROM NEW.{column}"));
        return new(
            trigger,
            [
                $"""
                CREATE OR REPLACE FUNCTION {trigger}() RETURNS trigger LANGUAGE plpgsql AS $body$
                BEGIN
                  NEW.search_text := NULL;
                  RETURN NEW;
                END
                $body$
                """,
                $"""
                CREATE TRIGGER {trigger} BEFORE UPDATE OF {string.Join(", ", sources)} ON {table} FOR EACH ROW
                WHEN (OLD.search_text IS NOT DISTINCT FROM NEW.search_text AND ({changed})) EXECUTE FUNCTION {trigger}()
                """,
            ]);
    }
}
