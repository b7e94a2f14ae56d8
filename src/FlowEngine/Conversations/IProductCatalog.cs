namespace FlowEngine.Conversations;

/// <summary>The tenant's products, as they are in the database now.</summary>
public interface IProductCatalog
{
    /// <summary>Full-text search over folded text; the best match first. Every word counts, none is required.</summary>
    ValueTask<IReadOnlyList<Product>> SearchAsync(TenantKey tenant, ProductQuery query, CancellationToken cancellationToken);

    /// <summary>Products with a price, in order of price converted to the tenant's currency.</summary>
    ValueTask<IReadOnlyList<Product>> ByPriceAsync(TenantKey tenant, PriceRange range, CancellationToken cancellationToken);

    /// <summary>In the order of the ids; ids that are gone are left out.</summary>
    ValueTask<IReadOnlyList<Product>> GetAsync(TenantKey tenant, IReadOnlyList<long> ids, CancellationToken cancellationToken);

    /// <summary>In the tenant's order.</summary>
    ValueTask<IReadOnlyList<ProductCategory>> CategoriesAsync(TenantKey tenant, CancellationToken cancellationToken);
}

/// <param name="Text">As the user wrote it; folded by the catalogue.</param>
/// <param name="CategorySlug">Null: every category.</param>
public sealed record ProductQuery(string Text, string? CategorySlug, int Limit);

/// <summary>Bounds are inclusive and in <paramref name="Currency"/>; where that is null, in the tenant's currency.</summary>
public sealed record PriceRange(
    string? CategorySlug,
    bool DearestFirst,
    decimal? Minimum,
    decimal? Maximum,
    string? Currency,
    IReadOnlyList<string> ExcludedCategories,
    int Limit);
