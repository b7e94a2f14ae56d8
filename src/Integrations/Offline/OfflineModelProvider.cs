using FlowEngine.Integrations.Models;
using Microsoft.Extensions.AI;

namespace FlowEngine.Integrations.Offline;

/// <summary>The built-in model: needs no network and no key.</summary>
internal sealed class OfflineModelProvider : IModelProvider
{
    public string Name => OfflineChatClient.Provider;

    public bool IsFree => true;

    public ValueTask<IChatClient> CreateAsync(AiConfiguration configuration, CancellationToken cancellationToken) =>
        new(new OfflineChatClient(configuration.ModelName));
}
