using FlowEngine.Conversations;

namespace FlowEngine.Running;

internal sealed class RecordingCatalog(IProductCatalog inner, OutsideAnswers answers) : IProductCatalog
{
    public async ValueTask<IReadOnlyList<Product>> SearchAsync(TenantKey tenant, ProductQuery query, CancellationToken cancellationToken) =>
        answers.Note("catalog.search", await inner.SearchAsync(tenant, query, cancellationToken), OutsideAnswers.Json.IReadOnlyListProduct);

    public async ValueTask<IReadOnlyList<Product>> ByPriceAsync(TenantKey tenant, PriceRange range, CancellationToken cancellationToken) =>
        answers.Note("catalog.by_price", await inner.ByPriceAsync(tenant, range, cancellationToken), OutsideAnswers.Json.IReadOnlyListProduct);

    public async ValueTask<IReadOnlyList<Product>> GetAsync(
        TenantKey tenant, IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
        answers.Note("catalog.get", await inner.GetAsync(tenant, ids, cancellationToken), OutsideAnswers.Json.IReadOnlyListProduct);

    /// <summary>Not noted: a shop's categories are many words and change seldom; a replay reads those of its day.</summary>
    public ValueTask<IReadOnlyList<ProductCategory>> CategoriesAsync(TenantKey tenant, CancellationToken cancellationToken) =>
        inner.CategoriesAsync(tenant, cancellationToken);
}
