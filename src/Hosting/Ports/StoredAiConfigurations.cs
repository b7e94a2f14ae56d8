using FlowEngine.Conversations;
using FlowEngine.Integrations.Models;
using FlowEngine.Storage.Assistants;

namespace FlowEngine.Hosting.Ports;

/// <summary>A tenant's models from <c>ai_assistant_configurations</c>.</summary>
internal sealed class StoredAiConfigurations(AssistantStore store) : IAiConfigurations
{
    public async ValueTask<IReadOnlyList<AiConfiguration>> ActiveAsync(TenantKey tenant, CancellationToken cancellationToken)
    {
        var rows = await store.ActiveConfigurationsAsync(tenant, cancellationToken);
        return
        [
            .. rows.Select(row => new AiConfiguration(
                row.Name, row.Provider, row.ModelName, row.IsDefault, row.Settings, row.Priority, tenant)),
        ];
    }
}
