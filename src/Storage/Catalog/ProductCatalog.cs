using FlowEngine.Conversations;
using FlowEngine.Storage.Catalog.Search;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Json;

namespace FlowEngine.Storage.Catalog;

internal sealed class ProductCatalog(ISqlReads reads, ITextIndex index) : IProductCatalog
{
    /// <summary>Rows of the index that are ranked.</summary>
    private const int Ranked = 300;

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
            .ToList();
        var products = (await GetAsync(tenant, matches.ConvertAll(hit => hit.Id), cancellationToken)).ToDictionary(product => product.Id);
        return matches
            .Where(hit => products.TryGetValue(hit.Id, out var product) && (query.CategorySlug ?? product.CategorySlug) == product.CategorySlug)
            .OrderByDescending(hit => hit.Match.Matched.Count)
            .ThenByDescending(hit => hit.Match.InName)
            .ThenByDescending(hit => hit.Match.Quality)
            .ThenByDescending(hit => products[hit.Id].Featured)
            .ThenByDescending(hit => products[hit.Id].Stock > 0)
            .Take(query.Limit)
            .Select(hit => products[hit.Id])
            .ToList();
    }

    public async ValueTask<IReadOnlyList<Product>> ByPriceAsync(TenantKey tenant, PriceRange range, CancellationToken cancellationToken)
    {
        var factors = await reads.QueryAsync(
            CurrencyFactors.Sql, [("tenant_id", tenant.TenantId)], CurrencyFactors.Read, cancellationToken);
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

        var found = await reads.QueryAsync(
            $"{ProductSql.Select} AND p.id IN ({SqlList.Names("id", ids.Count)})",
            [("tenant_id", tenant.TenantId), .. SqlList.Values("id", ids)],
            reader => reader.All(ProductSql.Read),
            cancellationToken);
        var byId = found.ToDictionary(product => product.Id);
        return ids.Where(byId.ContainsKey).Select(id => byId[id]).ToList();
    }

    public async ValueTask<IReadOnlyList<ProductCategory>> CategoriesAsync(TenantKey tenant, CancellationToken cancellationToken) =>
        await reads.QueryAsync(
            "SELECT id, slug, names, synonyms FROM product_categories WHERE tenant_id = @tenant_id ORDER BY position, id",
            [("tenant_id", tenant.TenantId)],
            reader => reader.All(row => new ProductCategory(
                row.GetInt64(0), row.GetString(1), StoredJson.TextByLanguage(row.GetString(2)), StoredJson.Texts(row.GetString(3)))),
            cancellationToken);
}
