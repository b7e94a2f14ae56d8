using FlowEngine.Conversations;
using FlowEngine.Integrations.Offline;

namespace FlowEngine.Api.FlowTests;

/// <summary>The built-in model, whatever the tenant has: a test costs nothing and comes out the same each time.</summary>
internal sealed class OfflineModels : IModelDirectory
{
    private readonly IReadOnlyList<ConfiguredModel> _chain =
        [new("offline", "offline", OfflineChatClient.DefaultModelName, new OfflineChatClient())];

    public ValueTask<IReadOnlyList<ConfiguredModel>> ChainAsync(TenantKey tenant, string? configuration, CancellationToken cancellationToken) =>
        new(_chain);
}
