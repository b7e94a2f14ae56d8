using FlowEngine.Conversations;

namespace FlowEngine.Compiling;

/// <summary>Where flow versions are kept.</summary>
public interface IFlowVersions
{
    /// <summary>Null where the tenant has no such version.</summary>
    ValueTask<FlowVersionSource?> FindAsync(TenantKey tenant, long versionId, CancellationToken cancellationToken);
}

/// <param name="FlowData">The Drawflow document as text.</param>
/// <param name="Settings">JSON of <see cref="FlowSettings"/>.</param>
public sealed record FlowVersionSource(FlowVersionRef Version, string FlowData, string? StartNodeId, string? Settings);
