using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.LegacyAssistant.Tests.Doubles;

/// <summary>A catalogue that searches as the stored one does: folded words, the most matches first.</summary>
internal sealed class InMemoryCatalog(IReadOnlyList<Product> products, IReadOnlyList<ProductCategory> categories) : IProductCatalog
{
    public ValueTask<IReadOnlyList<Product>> SearchAsync(TenantKey tenant, ProductQuery query, CancellationToken cancellationToken)
    {
        var words = TextFold.Words(query.Text);
        return new([
            .. products
                .Where(product => query.CategorySlug is null || product.CategorySlug == query.CategorySlug)
                .Select(product => (Product: product, Found: Found(words, $"{product.Name} {product.Sku} {product.Description}")))
                .Where(match => match.Found > 0)
                .OrderByDescending(match => match.Found)
                .Select(match => match.Product)
                .Take(query.Limit),
        ]);
    }

    public ValueTask<IReadOnlyList<Product>> ByPriceAsync(TenantKey tenant, PriceRange range, CancellationToken cancellationToken)
    {
        var priced = products
            .Where(product => product.Price is not null && (range.CategorySlug is null || product.CategorySlug == range.CategorySlug))
            .OrderBy(product => range.DearestFirst ? -product.Price : product.Price);
        return new([.. priced.Take(range.Limit)]);
    }

    public ValueTask<IReadOnlyList<Product>> GetAsync(TenantKey tenant, IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
        new([.. ids.Select(id => products.FirstOrDefault(product => product.Id == id)).OfType<Product>()]);

    public ValueTask<IReadOnlyList<ProductCategory>> CategoriesAsync(TenantKey tenant, CancellationToken cancellationToken) => new(categories);

    internal static int Found(string[] words, string text)
    {
        var own = TextFold.Words(text);
        return words.Count(own.Contains);
    }
}
