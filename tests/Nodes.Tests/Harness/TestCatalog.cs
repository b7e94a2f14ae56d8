using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Tests.Harness;

/// <summary>A catalogue in memory: folded full-text search, prices by the tenant's rates, as the real one.</summary>
public sealed class TestCatalog(Func<TenantProfile> profile) : IProductCatalog
{
    public List<Product> Products { get; } = [];

    public List<ProductCategory> Categories { get; } = [];

    /// <summary>Every call throws, as a database that is gone.</summary>
    public bool IsDown { get; set; }

    public ValueTask<IReadOnlyList<Product>> SearchAsync(TenantKey tenant, ProductQuery query, CancellationToken cancellationToken)
    {
        ThrowIfDown();
        var words = TextFold.Words(query.Text);
        return Rows(Products
            .Where(product => query.CategorySlug is null || product.CategorySlug == query.CategorySlug)
            .Select(product => (Product: product, Score: words.Count(TextFold.Words(TextOf(product)).Contains)))
            .Where(found => found.Score > 0)
            .OrderByDescending(found => found.Score)
            .Select(found => found.Product)
            .Take(query.Limit));
    }

    public ValueTask<IReadOnlyList<Product>> ByPriceAsync(TenantKey tenant, PriceRange range, CancellationToken cancellationToken)
    {
        ThrowIfDown();
        var currency = range.Currency ?? profile().Currency;
        var priced = Products
            .Where(product => range.CategorySlug is null || product.CategorySlug == range.CategorySlug)
            .Where(product => !range.ExcludedCategories.Contains(product.CategorySlug))
            .Select(product => (Product: product, Price: PriceIn(product, currency)))
            .Where(row => row.Price is not null
                && (range.Minimum is null || row.Price >= range.Minimum)
                && (range.Maximum is null || row.Price <= range.Maximum));
        var ordered = range.DearestFirst ? priced.OrderByDescending(row => row.Price) : priced.OrderBy(row => row.Price);
        return Rows(ordered.Select(row => row.Product).Take(range.Limit));
    }

    public ValueTask<IReadOnlyList<Product>> GetAsync(TenantKey tenant, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        ThrowIfDown();
        return Rows(ids.Select(id => Products.Find(product => product.Id == id)).OfType<Product>());
    }

    public ValueTask<IReadOnlyList<ProductCategory>> CategoriesAsync(TenantKey tenant, CancellationToken cancellationToken)
    {
        ThrowIfDown();
        return new(Categories);
    }

    private static string TextOf(Product product) =>
        $"{product.Sku} {product.Name} {product.CategorySlug} {product.Description}";

    private static ValueTask<IReadOnlyList<Product>> Rows(IEnumerable<Product> products) => new([.. products]);

    private decimal? PriceIn(Product product, string currency) =>
        product.Price is not { } price ? null
        : product.Currency == currency ? price
        : profile().Rates?.Convert(price, product.Currency, currency);

    private void ThrowIfDown()
    {
        if (IsDown)
        {
            throw new InvalidOperationException("The catalogue is down.");
        }
    }
}
