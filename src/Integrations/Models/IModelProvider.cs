using Microsoft.Extensions.AI;

namespace FlowEngine.Integrations.Models;

/// <summary>A service that models are asked of: <c>offline</c>, <c>openai</c>, <c>anthropic</c>.</summary>
public interface IModelProvider
{
    /// <summary>As configurations name it; compared without case.</summary>
    string Name { get; }

    /// <summary>Asked where a configuration names no endpoint; null where the provider asks nobody.</summary>
    Uri? Service => null;

    /// <summary>Its models cost nothing.</summary>
    bool IsFree => false;

    /// <summary>Called once a turn: cheap, or cached by the provider. The client lives as long as the provider.</summary>
    ValueTask<IChatClient> CreateAsync(AiConfiguration configuration, CancellationToken cancellationToken);
}
