namespace FlowEngine.Storage.Model;

/// <summary>What the audit of a tenant said in one minute, so that a later change of it shows. Each seal holds the one before.</summary>
public sealed class AuditSealRow : IInstanceRow
{
    public long TenantId { get; set; }

    public string InstanceId { get; set; } = "";

    /// <summary>Id of its newest row; its oldest is the first of the tenant's after the seal before.</summary>
    public long LastId { get; set; }

    public DateTimeOffset Minute { get; set; }

    public int Entries { get; set; }

    /// <summary>SHA-256 in hex: root of the tree over the rows.</summary>
    public string Root { get; set; } = "";

    /// <summary>SHA-256 in hex of the seal before and this one.</summary>
    public string Chain { get; set; } = "";

    /// <summary>When retention dropped its rows; null: they are there.</summary>
    public DateTimeOffset? DroppedAt { get; set; }
}
