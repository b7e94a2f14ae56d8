using FlowEngine.Storage.Schema;

namespace FlowEngine.Storage.Sqlite.Schema;

/// <summary>
/// Full-text tables over the folded column <c>search_text</c>, kept by triggers. A change of the columns it is made of, from any tool,
/// empties it: such stale rows are folded again before the next search.
/// </summary>
internal static class FullTextSchema
{
    private static readonly FullTextTable[] s_tables =
    [
        new("products", ["name", "sku", "description", "tags", "attributes", "category_id", "tenant_id"]),
        new("knowledge_documents", ["title", "content", "tags", "tenant_id"]),
    ];

    private const string CategoryTrigger = "tr_product_categories_stale";

    private const string CategorySql = $"""
        CREATE TRIGGER {CategoryTrigger} AFTER UPDATE OF slug, names, synonyms ON product_categories
        BEGIN
          UPDATE products SET search_text = NULL WHERE tenant_id = new.tenant_id AND category_id = new.id;
        END
        """;

    public static bool IsOwnTable(string table) =>
        s_tables.Any(fullText => table == fullText.Index || table.StartsWith(fullText.Index + "_", StringComparison.Ordinal));

    public static IReadOnlyList<SchemaStep> Steps(SchemaFacts facts)
    {
        var steps = s_tables.SelectMany(table => table.Steps().Where(step => IsMissing(table, step, facts))).ToList();
        if (!facts.Objects.Contains(CategoryTrigger))
        {
            steps.Add(new(CategoryTrigger, [CategorySql]));
        }

        return steps.Select(step => step with { Name = $"trigger {step.Name}" }).ToList();
    }

    public static IEnumerable<string> Drop(string table) =>
        s_tables.Where(fullText => fullText.Table == table).Select(fullText => $"DROP TABLE IF EXISTS {fullText.Index}");

    /// <summary>The triggers of an index that is gone are made again with it.</summary>
    private static bool IsMissing(FullTextTable table, SchemaStep step, SchemaFacts facts) =>
        !facts.Objects.Contains(step.Name) || !facts.Objects.Contains(table.Index);
}
