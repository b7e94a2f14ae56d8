namespace FlowEngine.Conversations;

/// <summary>A row of the tenant's catalogue.</summary>
public sealed record Product
{
    public required long Id { get; init; }

    public required string Sku { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required string CategorySlug { get; init; }

    public string Description { get; init; } = "";

    /// <summary>Without VAT, in <see cref="Currency"/>; null: on request.</summary>
    public decimal? Price { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    public int Stock { get; init; }

    public bool Featured { get; init; }

    /// <summary>Absolute address of the product's page.</summary>
    public string? Url { get; init; }

    public string? ImageUrl { get; init; }

    public IReadOnlyDictionary<string, Value> Attributes { get; init; } = new Dictionary<string, Value>();

    /// <summary>The price in other currencies, where a currency converter ran in this walk; never stored.</summary>
    public IReadOnlyList<ConvertedPrice> ConvertedPrices { get; init; } = [];
}

/// <param name="RatesAt">When the rates were set.</param>
public sealed record ConvertedPrice(decimal Amount, string Currency, DateTimeOffset RatesAt);
