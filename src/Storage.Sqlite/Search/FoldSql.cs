using System.Data.Common;
using FlowEngine.Storage.Catalog.Search;
using FlowEngine.Storage.Json;

namespace FlowEngine.Storage.Sqlite.Search;

/// <summary>How the rows of one table are folded.</summary>
/// <param name="Stale">Rows to fold: id, then what <paramref name="Text"/> reads.</param>
internal sealed record FoldSql(string Table, string Stale, Func<long, DbDataReader, string> Text)
{
    public static FoldSql Products { get; } = new(
        "products",
        """
        SELECT p.id, p.name, p.sku, p.description, c.slug, c.names, c.synonyms, p.tags, p.attributes FROM products p
        LEFT JOIN product_categories c ON c.tenant_id = p.tenant_id AND c.id = p.category_id
        WHERE p.tenant_id = @tenant_id AND p.search_text IS NULL LIMIT @limit
        """,
        (tenant, row) => SearchText.Of(
            tenant, Column(row, 1),
            [
                Column(row, 2), Column(row, 3), Column(row, 4), .. StoredJson.TextByLanguage(Column(row, 5)).Values,
                .. Texts(Column(row, 6)), .. Texts(Column(row, 7)),
                .. StoredJson.Values(Column(row, 8)).Values.Select(value => value.ToString()),
            ]));

    public static FoldSql Knowledge { get; } = new(
        "knowledge_documents",
        """
        SELECT id, title, content, tags FROM knowledge_documents
        WHERE tenant_id = @tenant_id AND search_text IS NULL LIMIT @limit
        """,
        (tenant, row) => SearchText.Of(tenant, Column(row, 1), [Column(row, 2), .. Texts(Column(row, 3))]));

    public string Any { get; } = $"SELECT 1 FROM {Table} WHERE tenant_id = @tenant_id AND search_text IS NULL LIMIT 1";

    public string Update { get; } = $"UPDATE {Table} SET search_text = @search_text WHERE tenant_id = @tenant_id AND id = @id";

    /// <summary>A list that some tool wrote as plain text is taken as it is.</summary>
    private static IReadOnlyList<string> Texts(string column) => StoredJson.Texts(column) is { Count: > 0 } texts ? texts : [column];

    private static string Column(DbDataReader row, int index) => row.IsDBNull(index) ? "" : row.GetString(index);
}
