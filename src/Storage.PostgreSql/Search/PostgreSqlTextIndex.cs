using FlowEngine.Conversations;
using FlowEngine.Storage.Catalog.Search;
using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.PostgreSql.Search;

internal sealed class PostgreSqlTextIndex(ISqlReads reads, StaleRows stale) : ITextIndex
{
    /// <summary>Of rows with the same words the one that says little besides, as on other databases.</summary>
    private const int ShorterFirst = 1;

    private static readonly string s_products = Sql(FoldSql.Products);
    private static readonly string s_knowledge = Sql(FoldSql.Knowledge);

    public async ValueTask<IReadOnlyList<TextHit>> SearchAsync(
        TenantKey tenant, TextTable table, SearchQuery query, int limit, CancellationToken cancellationToken)
    {
        var (isStale, hits) = await FindAsync(tenant, table, query, limit, cancellationToken);
        if (!isStale)
        {
            return hits;
        }

        await stale.FoldAsync(tenant, table, cancellationToken);
        return (await FindAsync(tenant, table, query, limit, cancellationToken)).Hits;
    }

    /// <summary>In one round trip with whether rows are to be folded first.</summary>
    private ValueTask<(bool IsStale, List<TextHit> Hits)> FindAsync(
        TenantKey tenant, TextTable table, SearchQuery query, int limit, CancellationToken cancellationToken) => reads.QueryAsync(
            table == TextTable.Products ? s_products : s_knowledge,
            [("tenant_id", tenant.TenantId), ("match", Match(tenant, query)), ("limit", (long)limit)],
            reader =>
            {
                var isStale = reader.Read();
                reader.NextResult();
                var hits = new List<TextHit>();
                while (reader.Read())
                {
                    hits.Add(new(reader.GetInt64(0), reader.GetString(1)));
                }

                return (isStale, hits);
            },
            cancellationToken);

    /// <summary>Cast, the text of the query is taken as it is: no parser, no dictionary, no stop words.</summary>
    private static string Sql(FoldSql fold) => $"""
        {fold.Any};
        SELECT r.id, r.search_text FROM {fold.Table} r
        WHERE r.{SearchVector.Column} @@ CAST(@match AS tsquery) AND r.tenant_id = @tenant_id AND r.is_active
        ORDER BY ts_rank(r.{SearchVector.Column}, CAST(@match AS tsquery), {ShorterFirst}) DESC, r.id LIMIT @limit
        """;

    /// <summary>Folded words have letters, digits and dots only; in quotes none of them is an operator.</summary>
    private static string Match(TenantKey tenant, SearchQuery query)
    {
        var words = query.Words.SelectMany(word => word.Beginnings.Count == 0
            ? [$"'{word.Text}'"]
            : word.Beginnings.Select(beginning => $"'{beginning}':*"));
        return $"'{SearchText.TenantWord(tenant.TenantId)}' & ({string.Join(" | ", words)})";
    }
}
