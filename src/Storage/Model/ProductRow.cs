namespace FlowEngine.Storage.Model;

public sealed class ProductRow : ITenantRow
{
    public long Id { get; set; }

    public long TenantId { get; set; }

    public long? CategoryId { get; set; }

    public string Sku { get; set; } = "";

    public string Slug { get; set; } = "";

    public string Name { get; set; } = "";

    public string? Description { get; set; }

    /// <summary>JSON array of words.</summary>
    public string? Tags { get; set; }

    /// <summary>JSON object.</summary>
    public string? Attributes { get; set; }

    /// <summary>Without VAT.</summary>
    public decimal? Price { get; set; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; set; } = "";

    public int Stock { get; set; }

    public bool Featured { get; set; }

    public bool IsActive { get; set; }

    public string? Url { get; set; }

    public string? ImageUrl { get; set; }

    /// <summary>Folded words, see SearchText; null where the row changed since it was folded.</summary>
    public string? SearchText { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
