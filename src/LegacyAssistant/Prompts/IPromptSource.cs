using FlowEngine.Conversations;

namespace FlowEngine.LegacyAssistant.Prompts;

/// <summary>The tenant's prompts.</summary>
public interface IPromptSource
{
    /// <summary>The default prompt of a feature, for example <c>shop-assistant</c>; null where the tenant has none.</summary>
    ValueTask<AssistantPrompt?> DefaultAsync(TenantKey tenant, string featureSlug, CancellationToken cancellationToken);
}
