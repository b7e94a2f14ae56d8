namespace FlowEngine.Conversations;

/// <summary>What two or more products have in common and where they differ.</summary>
public sealed record ProductComparison(
    IReadOnlyList<Product> Products,
    IReadOnlyList<ComparedAttribute> Differences,
    IReadOnlyList<ComparedAttribute> Common,
    IReadOnlyList<ProductAdvantage> Advantages,
    string Format);

/// <param name="Values">One a product, in the order of the products; null values where a product does not have it.</param>
public sealed record ComparedAttribute(string Name, IReadOnlyList<Value> Values);

/// <param name="Code">For example <c>cheaper</c>, <c>in_stock</c>, <c>higher:capacity_kg</c>.</param>
public sealed record ProductAdvantage(long ProductId, string Code);
