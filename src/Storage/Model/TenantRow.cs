namespace FlowEngine.Storage.Model;

public sealed class TenantRow
{
    public long Id { get; set; }

    public string Slug { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>JSON array of two-letter codes, the tenant's own first.</summary>
    public string Languages { get; set; } = "";

    /// <summary>ISO 4217.</summary>
    public string Currency { get; set; } = "";

    /// <summary>Without a trailing slash.</summary>
    public string? SiteUrl { get; set; }

    /// <summary>IANA name.</summary>
    public string TimeZone { get; set; } = "";

    public bool IsActive { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}
