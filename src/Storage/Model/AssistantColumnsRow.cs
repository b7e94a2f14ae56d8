namespace FlowEngine.Storage.Model;

/// <summary>The columns of a conversation that only V1 reads.</summary>
public sealed class AssistantColumnsRow
{
    public string? FeatureSlug { get; set; }

    public string? FeatureName { get; set; }

    public bool IsActive { get; set; }

    public long? PromptId { get; set; }

    /// <summary>JSON.</summary>
    public string? Metadata { get; set; }
}
