using FlowEngine.Conversations;
using FlowEngine.Storage.Catalog.Search;
using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Sqlite.Search;

internal sealed class SqliteTextIndex(ISqlReads reads, StaleRows stale) : ITextIndex
{
    public async ValueTask<IReadOnlyList<TextHit>> SearchAsync(
        TenantKey tenant, TextTable table, SearchQuery query, int limit, CancellationToken cancellationToken)
    {
        await stale.FoldAsync(tenant, table, cancellationToken);
        return await reads.QueryAsync(
            table == TextTable.Products ? Sql("products") : Sql("knowledge_documents"),
            [("tenant_id", tenant.TenantId), ("match", Match(tenant, query)), ("limit", (long)limit)],
            reader =>
            {
                var hits = new List<TextHit>();
                while (reader.Read())
                {
                    hits.Add(new(reader.GetInt64(0), reader.GetString(1)));
                }

                return hits;
            },
            cancellationToken);
    }

    private static string Sql(string table) => $"""
        SELECT r.id, r.search_text FROM {table}_fts
        JOIN {table} r ON r.id = {table}_fts.rowid
        WHERE {table}_fts MATCH @match AND r.tenant_id = @tenant_id AND r.is_active
        ORDER BY {table}_fts.rank LIMIT @limit
        """;

    /// <summary>Folded words have letters, digits and dots only; in quotes none of them is an operator.</summary>
    private static string Match(TenantKey tenant, SearchQuery query)
    {
        var words = query.Words.SelectMany(word => word.Beginnings.Count == 0
            ? [$"\"{word.Text}\""]
            : word.Beginnings.Select(beginning => $"\"{beginning}\"*"));
        return $"\"{SearchText.TenantWord(tenant.TenantId)}\" AND ({string.Join(" OR ", words)})";
    }
}
