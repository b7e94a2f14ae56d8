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

    public DateTimeOffset CreatedAt { get; set; }
}
