namespace FlowEngine.Storage.Model;

/// <summary>One version of a flow.</summary>
public sealed class FlowVersionRow : ITenantRow
{
    public long Id { get; set; }

    public long TenantId { get; set; }

    public string FlowName { get; set; } = "";

    public int Version { get; set; }

    public string? FlowDescription { get; set; }

    public string? StartNodeId { get; set; }

    /// <summary>At most one version of a name.</summary>
    public bool IsActive { get; set; }

    /// <summary>draft, published, archived or deleted.</summary>
    public string Status { get; set; } = "";

    public string Etag { get; set; } = "";

    /// <summary>JSON.</summary>
    public string? Settings { get; set; }

    public int Priority { get; set; }

    public string? CreatedBy { get; set; }

    public string? Note { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>The Drawflow export as text, unchanged. Last, so that reading the other columns does not read over it.</summary>
    public string FlowData { get; set; } = "";
}
