using System.Data.Common;
using FlowEngine.Storage.Json;

namespace FlowEngine.Storage.Catalog.Search;

/// <summary>How the rows of one table are folded; each statement calls the row <c>r</c>.</summary>
/// <param name="Rows">Of one tenant: id, then what <paramref name="Text"/> reads.</param>
public sealed record FoldSql(string Table, string Rows, Func<long, DbDataReader, string> Text)
{
    public static FoldSql Products { get; } = new(
        "products",
        """
        SELECT r.id, r.name, r.sku, r.description, c.slug, c.names, c.synonyms, r.tags, r.attributes FROM products r
        LEFT JOIN product_categories c ON c.tenant_id = r.tenant_id AND c.id = r.category_id
        WHERE r.tenant_id = @tenant_id
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
        SELECT r.id, r.title, r.content, r.tags FROM knowledge_documents r
        WHERE r.tenant_id = @tenant_id
        """,
        (tenant, row) => SearchText.Of(tenant, Column(row, 1), [Column(row, 2), .. Texts(Column(row, 3))]));

    public static FoldSql Of(TextTable table) => table == TextTable.Products ? Products : Knowledge;

    /// <summary>Rows to fold.</summary>
    public string Stale { get; } = $"{Rows} AND r.search_text IS NULL LIMIT @limit";

    public string Any { get; } = $"SELECT 1 FROM {Table} WHERE tenant_id = @tenant_id AND search_text IS NULL LIMIT 1";

    public string Update { get; } = $"UPDATE {Table} SET search_text = @search_text WHERE tenant_id = @tenant_id AND id = @id";

    /// <summary>A list that some tool wrote as plain text is taken as it is.</summary>
    private static IReadOnlyList<string> Texts(string column) => StoredJson.Texts(column) is { Count: > 0 } texts ? texts : [column];

    private static string Column(DbDataReader row, int index) => row.IsDBNull(index) ? "" : row.GetString(index);
}
