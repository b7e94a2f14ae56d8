using FlowEngine.Checking;
using FlowEngine.Conversations;

namespace FlowEngine.Chat.Flows;

/// <summary>A tenant's flows as another flow may call them.</summary>
public interface ITenantFlows
{
    /// <summary>Names of all flows, those that are drafts only too.</summary>
    Task<IReadOnlySet<string>> NamesAsync(TenantKey tenant, CancellationToken cancellationToken);

    /// <summary>The active versions by name.</summary>
    Task<IReadOnlyDictionary<string, KnownFlow>> ActiveAsync(TenantKey tenant, CancellationToken cancellationToken);
}
