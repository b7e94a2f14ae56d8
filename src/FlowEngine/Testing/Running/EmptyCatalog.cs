using FlowEngine.Conversations;

namespace FlowEngine.Testing.Running;

/// <summary>A shop that has its categories and nothing in them, and knows nothing.</summary>
internal sealed class EmptyCatalog(IProductCatalog inner) : IProductCatalog, IKnowledgeBase
{
    public ValueTask<IReadOnlyList<Product>> SearchAsync(TenantKey tenant, ProductQuery query, CancellationToken cancellationToken) => new([]);

    public ValueTask<IReadOnlyList<Product>> ByPriceAsync(TenantKey tenant, PriceRange range, CancellationToken cancellationToken) => new([]);

    public ValueTask<IReadOnlyList<Product>> GetAsync(TenantKey tenant, IReadOnlyList<long> ids, CancellationToken cancellationToken) => new([]);

    public ValueTask<IReadOnlyList<ProductCategory>> CategoriesAsync(TenantKey tenant, CancellationToken cancellationToken) =>
        inner.CategoriesAsync(tenant, cancellationToken);

    public ValueTask<IReadOnlyList<Passage>> SearchAsync(
        TenantKey tenant, string text, int limit, double minimumScore, CancellationToken cancellationToken) => new([]);

    ValueTask<IReadOnlyList<Passage>> IKnowledgeBase.GetAsync(TenantKey tenant, IReadOnlyList<long> ids, CancellationToken cancellationToken) => new([]);
}
