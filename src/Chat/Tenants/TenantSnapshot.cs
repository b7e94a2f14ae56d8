using FlowEngine.Conversations;

namespace FlowEngine.Chat.Tenants;

/// <summary>A tenant with what a turn needs of it.</summary>
/// <param name="ActiveFlows">The active version by flow name.</param>
/// <param name="Stage">The tenant's database row; null where the feature flag decides.</param>
public sealed record TenantSnapshot(
    TenantProfile Profile,
    IReadOnlyDictionary<string, FlowVersionRef> ActiveFlows,
    StageRow? Stage)
{
    /// <summary>What is switched off, for the tenant or for all.</summary>
    public IReadOnlyList<KillSwitch> Switches { get; init; } = [];
}
