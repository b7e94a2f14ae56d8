namespace FlowEngine.Storage.Model;

public sealed class PromptRow : ITenantRow
{
    public long Id { get; set; }

    public long TenantId { get; set; }

    public string FeatureSlug { get; set; } = "";

    public string FeatureName { get; set; } = "";

    public string Name { get; set; } = "";

    public string Prompt { get; set; } = "";

    public bool IsDefault { get; set; }

    public bool IsActive { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}
