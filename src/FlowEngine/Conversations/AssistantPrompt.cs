namespace FlowEngine.Conversations;

/// <summary>A row of <c>ai_prompts</c>.</summary>
/// <param name="Text">What the model is told.</param>
public sealed record AssistantPrompt(long Id, string Name, string Text, string FeatureSlug, string FeatureName)
{
    /// <summary>The prompt as a conversation's row names it.</summary>
    public AssistantReference Reference => new(Id, FeatureSlug, FeatureName);
}
