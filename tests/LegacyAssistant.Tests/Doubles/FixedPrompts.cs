using FlowEngine.Conversations;

namespace FlowEngine.LegacyAssistant.Tests.Doubles;

/// <summary>One prompt, whatever is named.</summary>
internal sealed class FixedPrompts(string? text) : IPromptSource
{
    public ValueTask<AssistantPrompt?> FindAsync(TenantKey tenant, AssistantReference named, CancellationToken cancellationToken) =>
        new(text is null ? null : new AssistantPrompt(1, "default", text, "shop-assistant", "Shop assistant"));
}
