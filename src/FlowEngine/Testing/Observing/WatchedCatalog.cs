using FlowEngine.Conversations;

namespace FlowEngine.Testing.Observing;

/// <summary>Tells what was found.</summary>
internal sealed class WatchedCatalog(IProductCatalog inner, Action<ObservedLookup> found) : IProductCatalog
{
    public async ValueTask<IReadOnlyList<Product>> SearchAsync(TenantKey tenant, ProductQuery query, CancellationToken cancellationToken) =>
        Told(query.Text, await inner.SearchAsync(tenant, query, cancellationToken));

    public async ValueTask<IReadOnlyList<Product>> ByPriceAsync(TenantKey tenant, PriceRange range, CancellationToken cancellationToken) =>
        Told("", await inner.ByPriceAsync(tenant, range, cancellationToken));

    /// <summary>Rows that the walk has already are no look-up.</summary>
    public ValueTask<IReadOnlyList<Product>> GetAsync(TenantKey tenant, IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
        inner.GetAsync(tenant, ids, cancellationToken);

    public ValueTask<IReadOnlyList<ProductCategory>> CategoriesAsync(TenantKey tenant, CancellationToken cancellationToken) =>
        inner.CategoriesAsync(tenant, cancellationToken);

    private IReadOnlyList<Product> Told(string query, IReadOnlyList<Product> products)
    {
        found(new("product", query, [.. products.Select(product => new ObservedHit(product.Id, product.Name, null))]));
        return products;
    }
}

/// <summary>Tells what was found.</summary>
internal sealed class WatchedKnowledge(IKnowledgeBase inner, Action<ObservedLookup> found) : IKnowledgeBase
{
    public async ValueTask<IReadOnlyList<Passage>> SearchAsync(
        TenantKey tenant, string text, int limit, double minimumScore, CancellationToken cancellationToken)
    {
        var passages = await inner.SearchAsync(tenant, text, limit, minimumScore, cancellationToken);
        found(new("passage", text, [.. passages.Select(passage => new ObservedHit(passage.Id, passage.Title, passage.Score))]));
        return passages;
    }

    /// <summary>Rows that the walk has already are no look-up.</summary>
    public ValueTask<IReadOnlyList<Passage>> GetAsync(TenantKey tenant, IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
        inner.GetAsync(tenant, ids, cancellationToken);
}
