using FlowEngine.Conversations;
using FlowEngine.LegacyAssistant.Prompts;
using FlowEngine.Storage.Assistants;

namespace FlowEngine.Api.Ports;

/// <summary>V1's prompts from <c>ai_prompts</c>.</summary>
internal sealed class StoredPrompts(AssistantStore store) : IPromptSource
{
    public async ValueTask<AssistantPrompt?> DefaultAsync(TenantKey tenant, string featureSlug, CancellationToken cancellationToken) =>
        await store.DefaultPromptAsync(tenant, featureSlug, cancellationToken) is { } prompt
            ? new AssistantPrompt(prompt.Id, prompt.Name, prompt.Text)
            : null;
}
