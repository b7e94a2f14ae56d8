namespace FlowEngine.Storage.Model;

public sealed class AiConfigurationRow : ITenantRow
{
    public long Id { get; set; }

    public long TenantId { get; set; }

    public string Name { get; set; } = "";

    public string Provider { get; set; } = "";

    public string ModelName { get; set; } = "";

    /// <summary>JSON; secrets are references.</summary>
    public string? Settings { get; set; }

    public bool IsActive { get; set; }

    public bool IsDefault { get; set; }

    /// <summary>Lower is tried earlier.</summary>
    public int Priority { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}
