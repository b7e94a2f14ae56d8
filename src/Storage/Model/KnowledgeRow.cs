namespace FlowEngine.Storage.Model;

public sealed class KnowledgeRow : ITenantRow
{
    public long Id { get; set; }

    public long TenantId { get; set; }

    public string Slug { get; set; } = "";

    public string Title { get; set; } = "";

    public string Content { get; set; } = "";

    public string? Url { get; set; }

    /// <summary>JSON array of words.</summary>
    public string? Tags { get; set; }

    public bool IsActive { get; set; }

    /// <summary>Folded words, see SearchText; null where the row changed since it was folded.</summary>
    public string? SearchText { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
