using FlowEngine.Conversations;
using FlowEngine.Storage.Catalog.Search;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Json;
using FlowEngine.Storage.Tenants;

namespace FlowEngine.Storage.Catalog;

internal sealed class ProductCatalog(ISqlReads reads, TenantFacts facts, ITextIndex index) : IProductCatalog
{
    /// <summary>Rows of the index that are ranked.</summary>
    private const int Ranked = 300;

    /// <summary>Rows that are read with all their columns before the best are chosen.</summary>
    private const int Whole = 64;

    public async ValueTask<IReadOnlyList<Product>> SearchAsync(TenantKey tenant, ProductQuery query, CancellationToken cancellationToken)
    {
        var words = SearchQuery.Of(query.Text, StopWords.Shopping);
        if (words.IsEmpty || query.Limit < 1)
        {
            return [];
        }

        var hits = await index.SearchAsync(tenant, TextTable.Products, words, Ranked, cancellationToken);
        var matches = hits
            .Select(hit => (hit.Id, Match: TextMatch.Of(words, hit.SearchText)))
            .Where(hit => hit.Match.Matched.Any(words.IsMeaningful))
            .OrderByDescending(hit => hit.Match.Order)
            .ToList();
        var candidates = query.CategorySlug is null ? CutTo(query.Limit, matches) : matches;
        var ids = candidates.ConvertAll(hit => hit.Id);
        if (ids.Count <= Whole)
        {
            // Few enough to read whole at once.
            var products = (await GetAsync(tenant, ids, cancellationToken)).ToDictionary(product => product.Id);
            return [.. Best(query, candidates, products.ToDictionary(product => product.Key, product => ProductFacts.Of(product.Value))).Select(id => products[id])];
        }

        var best = Best(query, candidates, await FactsAsync(tenant, ids, cancellationToken));
        return await GetAsync(tenant, best, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<Product>> ByPriceAsync(TenantKey tenant, PriceRange range, CancellationToken cancellationToken)
    {
        var factors = await facts.GetAsync(
            tenant,
            nameof(CurrencyFactors),
            token => reads.QueryAsync(CurrencyFactors.Sql, [("tenant_id", tenant.TenantId)], CurrencyFactors.Read, token),
            cancellationToken);
        if (factors is null || PriceSql.Of(tenant, range, factors) is not { } statement)
        {
            return [];
        }

        return await reads.QueryAsync(statement.Sql, statement.Arguments, reader => reader.All(ProductSql.Read), cancellationToken);
    }

    public async ValueTask<IReadOnlyList<Product>> GetAsync(TenantKey tenant, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var listed = SqlList.Padded(ids);
        var found = await reads.QueryAsync(
            $"{ProductSql.Select} AND p.id IN ({SqlList.Names("id", listed.Count)})",
            [("tenant_id", tenant.TenantId), .. SqlList.Values("id", listed)],
            reader => reader.All(ProductSql.Read),
            cancellationToken);
        var byId = found.ToDictionary(product => product.Id);
        return ids.Where(byId.ContainsKey).Select(id => byId[id]).ToList();
    }

    public ValueTask<IReadOnlyList<ProductCategory>> CategoriesAsync(TenantKey tenant, CancellationToken cancellationToken) => facts.GetAsync(
        tenant,
        nameof(ProductCategory),
        token => reads.QueryAsync<IReadOnlyList<ProductCategory>>(
            "SELECT id, slug, names, synonyms FROM product_categories WHERE tenant_id = @tenant_id ORDER BY position, id",
            [("tenant_id", tenant.TenantId)],
            reader => reader.All(row => new ProductCategory(
                row.GetInt64(0), row.GetString(1), StoredJson.TextByLanguage(row.GetString(2)), StoredJson.Texts(row.GetString(3)))),
            token),
        cancellationToken);

    private static List<long> Best(ProductQuery query, List<(long Id, TextMatch Match)> candidates, Dictionary<long, ProductFacts> rows) =>
        candidates
            .Where(hit => rows.TryGetValue(hit.Id, out var row) && (query.CategorySlug ?? row.CategorySlug) == row.CategorySlug)
            .OrderByDescending(hit => hit.Match.Order)
            .ThenByDescending(hit => rows[hit.Id].Featured)
            .ThenByDescending(hit => rows[hit.Id].InStock)
            .Take(query.Limit)
            .Select(hit => hit.Id)
            .ToList();

    /// <summary>The best and those as good as the last of them: what the rows say besides decides among equals only.</summary>
    private static List<(long Id, TextMatch Match)> CutTo(int limit, List<(long Id, TextMatch Match)> ordered) =>
        ordered.Count <= limit ? ordered : ordered.TakeWhile(hit => hit.Match.Order.CompareTo(ordered[limit - 1].Match.Order) >= 0).ToList();

    private async ValueTask<Dictionary<long, ProductFacts>> FactsAsync(TenantKey tenant, List<long> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var listed = SqlList.Padded(ids);
        return await reads.QueryAsync(
            $"{ProductFacts.Select} AND p.id IN ({SqlList.Names("id", listed.Count)})",
            [("tenant_id", tenant.TenantId), .. SqlList.Values("id", listed)],
            reader => reader.All(ProductFacts.Read).ToDictionary(row => row.Id),
            cancellationToken);
    }
}
