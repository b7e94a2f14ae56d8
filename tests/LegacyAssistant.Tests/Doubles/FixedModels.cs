using FlowEngine.Conversations;
using Microsoft.Extensions.AI;

namespace FlowEngine.LegacyAssistant.Tests.Doubles;

/// <summary>The clients in their order, as configurations m1, m2...</summary>
internal sealed class FixedModels(params IChatClient[] clients) : IModelDirectory
{
    public ValueTask<IReadOnlyList<ConfiguredModel>> ChainAsync(
        TenantKey tenant, string? configuration, CancellationToken cancellationToken) =>
        new([.. clients.Index().Select(client => new ConfiguredModel($"m{client.Index + 1}", "test", $"model-{client.Index + 1}", client.Item))]);
}
