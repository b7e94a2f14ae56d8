namespace FlowEngine.Storage.Model;

/// <summary>A secret that a tenant stored, encrypted.</summary>
public sealed class TenantSecretRow : IInstanceRow
{
    public long Id { get; set; }

    public long TenantId { get; set; }

    public string InstanceId { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>Encrypted for this tenant and name; nothing else can read it.</summary>
    public string Value { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}
