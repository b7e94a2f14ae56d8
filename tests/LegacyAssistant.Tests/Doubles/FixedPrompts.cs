using FlowEngine.Conversations;
using FlowEngine.LegacyAssistant.Prompts;

namespace FlowEngine.LegacyAssistant.Tests.Doubles;

internal sealed class FixedPrompts(string? text) : IPromptSource
{
    public ValueTask<AssistantPrompt?> DefaultAsync(TenantKey tenant, string featureSlug, CancellationToken cancellationToken) =>
        new(featureSlug == "shop-assistant" && text is not null ? new AssistantPrompt(1, "default", text) : null);
}
