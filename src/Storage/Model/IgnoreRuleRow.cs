namespace FlowEngine.Storage.Model;

/// <summary>A difference between the engines that somebody answers for.</summary>
public sealed class IgnoreRuleRow : IInstanceRow
{
    public long Id { get; set; }

    public long TenantId { get; set; }

    public string InstanceId { get; set; } = "";

    public string Owner { get; set; } = "";

    public string Reason { get; set; } = "";

    public string Field { get; set; } = "";

    public string? Kind { get; set; }

    public string? Value { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
