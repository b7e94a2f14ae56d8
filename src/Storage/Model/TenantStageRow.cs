namespace FlowEngine.Storage.Model;

public sealed class TenantStageRow : IInstanceRow
{
    public long TenantId { get; set; }

    public string InstanceId { get; set; } = "";

    public string Stage { get; set; } = "";

    public int Percentage { get; set; }

    public int Sample { get; set; }

    public string? Reason { get; set; }

    public string? ChangedBy { get; set; }

    /// <summary>Counts the changes.</summary>
    public int Version { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}
