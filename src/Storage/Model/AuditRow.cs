namespace FlowEngine.Storage.Model;

public sealed class AuditRow : IInstanceRow
{
    public long Id { get; set; }

    public long TenantId { get; set; }

    public string InstanceId { get; set; } = "";

    public string Actor { get; set; } = "";

    public string Action { get; set; } = "";

    public string Subject { get; set; } = "";

    /// <summary>JSON.</summary>
    public string? Details { get; set; }

    /// <summary>success or failure of what people do in a chat.</summary>
    public string? Status { get; set; }

    /// <summary>Why it failed.</summary>
    public string? Code { get; set; }

    public int? DurationMs { get; set; }

    /// <summary>The turn that the row tells of: each has one row.</summary>
    public Guid? TurnId { get; set; }

    /// <summary>Of an erased row, the hash of what it said before.</summary>
    public string? LeafHash { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
