using FlowEngine.Conversations;
using FlowEngine.Storage.Catalog;
using FlowEngine.Storage.Catalog.Search;
using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Knowledge;

internal sealed class KnowledgeBase(ISqlReads reads, ITextIndex index) : IKnowledgeBase
{
    /// <summary>Rows of the index that are weighed; words that more rows have weigh next to nothing.</summary>
    private const int Weighed = 500;

    private const string Count = "SELECT COUNT(*) FROM knowledge_documents WHERE tenant_id = @tenant_id AND is_active";

    private const string Select = """
        SELECT k.id, k.title, k.content, k.url, t.site_url FROM knowledge_documents k
        JOIN tenants t ON t.id = k.tenant_id
        WHERE k.tenant_id = @tenant_id AND k.is_active
        """;

    public async ValueTask<IReadOnlyList<Passage>> SearchAsync(
        TenantKey tenant, string text, int limit, double minimumScore, CancellationToken cancellationToken)
    {
        var query = SearchQuery.Of(text, StopWords.General);
        if (query.IsEmpty || limit < 1)
        {
            return [];
        }

        var hits = await index.SearchAsync(tenant, TextTable.Knowledge, query, Weighed, cancellationToken);
        if (hits.Count == 0)
        {
            return [];
        }

        var documents = await reads.QueryAsync(
            Count, [("tenant_id", tenant.TenantId)], reader => reader.Read() ? reader.GetInt64(0) : 0, cancellationToken);
        var best = Scored.Of(query, hits, documents)
            .Where(hit => hit.Score > 0 && hit.Score >= minimumScore)
            .OrderByDescending(hit => hit.Score)
            .ThenByDescending(hit => hit.InTitle)
            .ThenByDescending(hit => hit.Quality)
            .Take(limit)
            .ToDictionary(hit => hit.Id, hit => hit.Score);
        var passages = await GetAsync(tenant, [.. best.Keys], cancellationToken);
        return passages.Select(passage => passage with { Score = best[passage.Id] }).ToList();
    }

    public async ValueTask<IReadOnlyList<Passage>> GetAsync(TenantKey tenant, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var listed = SqlList.Padded(ids);
        var found = await reads.QueryAsync(
            $"{Select} AND k.id IN ({SqlList.Names("id", listed.Count)})",
            [("tenant_id", tenant.TenantId), .. SqlList.Values("id", listed)],
            reader => reader.All(row => new Passage(
                row.GetInt64(0), row.GetString(1), row.GetString(2), SiteAddress.Of(row.TextOrNull(4), row.TextOrNull(3)), Score: 1)),
            cancellationToken);
        var byId = found.ToDictionary(passage => passage.Id);
        return ids.Where(byId.ContainsKey).Select(id => byId[id]).ToList();
    }
}
