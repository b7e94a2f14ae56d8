using FlowEngine.Storage.MySql.Search;
using FlowEngine.Storage.Schema;

namespace FlowEngine.Storage.MySql.Schema;

/// <summary>
/// The table of words. A change of the columns that <c>search_text</c> is made of, from any tool, empties it: such stale rows are folded
/// again before the next search. Each trigger is one statement, so that it is there or not.
/// </summary>
internal static class SearchSchema
{
    private const string CategoryTrigger = "tr_product_categories_stale";

    private const string CategorySql = $"""
        CREATE TRIGGER {CategoryTrigger} AFTER UPDATE ON product_categories FOR EACH ROW
        UPDATE products SET search_text = NULL
        WHERE tenant_id = NEW.tenant_id AND category_id = NEW.id
          AND NOT (OLD.slug <=> NEW.slug AND OLD.names <=> NEW.names AND OLD.synonyms <=> NEW.synonyms)
        """;

    /// <summary>What stays when a table is dropped.</summary>
    public static IEnumerable<string> Drop(string table) => table is "products" or "knowledge_documents"
        ? [$"DELETE FROM {SearchWords.Table} WHERE source = '{table}'"]
        : [];

    public static bool IsOwnTable(string table) => table == SearchWords.Table;

    public static IReadOnlyList<SchemaStep> Steps(SchemaFacts facts)
    {
        List<SchemaStep> triggers =
        [
            Stale("products", ["name", "sku", "description", "tags", "attributes", "category_id", "tenant_id"]),
            Stale("knowledge_documents", ["title", "content", "tags", "tenant_id"]),
            Gone("products"),
            Gone("knowledge_documents"),
            new(CategoryTrigger, [CategorySql]),
        ];
        return
        [
            .. facts.Objects.Contains(SearchWords.Table) ? Enumerable.Empty<SchemaStep>() : [new($"table {SearchWords.Table}", [SearchWords.Create])],
            .. triggers.Where(step => !facts.Objects.Contains(step.Name)).Select(step => step with { Name = $"trigger {step.Name}" }),
        ];
    }

    private static SchemaStep Stale(string table, IReadOnlyList<string> sources)
    {
        var trigger = $"tr_{table}_stale";
        var same = string.Join(" AND ", sources.Select(column => $"OLD.{column} <=> NEW.{column}"));
        return new(
            trigger,
            [
                $"""
                CREATE TRIGGER {trigger} BEFORE UPDATE ON {table} FOR EACH ROW
                SET NEW.search_text = IF(OLD.search_text <=> NEW.search_text AND NOT ({same}), NULL, NEW.search_text)
                """,
            ]);
    }

    private static SchemaStep Gone(string table)
    {
        var trigger = $"tr_{table}_gone";
        return new(
            trigger,
            [
                $"""
                CREATE TRIGGER {trigger} AFTER DELETE ON {table} FOR EACH ROW
                DELETE FROM {SearchWords.Table} WHERE tenant_id = OLD.tenant_id AND source = '{table}' AND row_id = OLD.id
                """,
            ]);
    }
}
