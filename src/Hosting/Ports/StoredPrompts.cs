using FlowEngine.Conversations;
using FlowEngine.Storage.Assistants;

namespace FlowEngine.Hosting.Ports;

/// <summary>V1's prompts from <c>ai_prompts</c>.</summary>
internal sealed class StoredPrompts(AssistantStore store) : IPromptSource
{
    public ValueTask<AssistantPrompt?> FindAsync(TenantKey tenant, AssistantReference named, CancellationToken cancellationToken) =>
        store.PromptAsync(tenant, named, cancellationToken);
}
