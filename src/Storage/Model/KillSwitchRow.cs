namespace FlowEngine.Storage.Model;

/// <summary>Something that is switched off, for one tenant or for all.</summary>
public sealed class KillSwitchRow
{
    /// <summary>0: of the whole service.</summary>
    public long TenantId { get; set; }

    public string InstanceId { get; set; } = "";

    /// <summary>service, tenant, engine, flow_version, node_type or model_provider.</summary>
    public string Kind { get; set; } = "";

    public string Subject { get; set; } = "";

    public string Reason { get; set; } = "";

    public string ChangedBy { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }
}
