using FlowEngine.Conversations;

namespace FlowEngine.Integrations.Models;

/// <summary>The tenant's AI configurations.</summary>
public interface IAiConfigurations
{
    /// <summary>The active ones, in any order.</summary>
    ValueTask<IReadOnlyList<AiConfiguration>> ActiveAsync(TenantKey tenant, CancellationToken cancellationToken);
}
