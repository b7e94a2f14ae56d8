namespace FlowEngine.Storage.Model;

/// <summary>A conversation that a flow must hold, whatever its version.</summary>
public sealed class FlowTestRow : ITenantRow
{
    public long Id { get; set; }

    public long TenantId { get; set; }

    public string FlowName { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>JSON, as it was sent.</summary>
    public string Script { get; set; } = "";

    public string? CreatedBy { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}
