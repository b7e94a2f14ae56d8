namespace FlowEngine.Conversations;

/// <summary>The legacy assistant's prompt and feature: those that a conversation's row names, or those that answered a turn.</summary>
/// <param name="PromptId">Id of <c>ai_prompts</c>; null where none is named.</param>
/// <param name="FeatureSlug">For example <c>shop-assistant</c>; null where none is named.</param>
public sealed record AssistantReference(long? PromptId, string? FeatureSlug, string? FeatureName)
{
    /// <summary>Names nothing.</summary>
    public static AssistantReference None { get; } = new(null, null, null);

    /// <summary>The feature that answers where nothing else is named.</summary>
    public static AssistantReference Default { get; } = new(null, "shop-assistant", "Shop assistant");

    /// <summary>This reference where it names something, else what <paramref name="used"/> names.</summary>
    public AssistantReference FilledFrom(AssistantReference used)
    {
        ArgumentNullException.ThrowIfNull(used);
        var slug = FeatureSlug ?? used.FeatureSlug;

        // The prompt of one feature may answer for another that has none; its name is not that feature's name.
        return new(PromptId ?? used.PromptId, slug, FeatureName ?? (slug == used.FeatureSlug ? used.FeatureName : slug));
    }
}
