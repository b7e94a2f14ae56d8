using FlowEngine.Compiling;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Cli;

/// <summary>The tenant's flow versions, and over them a document that no tenant has.</summary>
internal sealed class DraftVersions(IFlowVersions stored, string name, string document, string? startNodeId) : IFlowVersions
{
    /// <summary>An id that no row has.</summary>
    public FlowVersionRef Draft { get; } = new(-1, name, 0);

    public ValueTask<FlowVersionSource?> FindAsync(TenantKey tenant, long versionId, CancellationToken cancellationToken) =>
        versionId == Draft.Id
            ? new(new FlowVersionSource(Draft, document, startNodeId, null))
            : stored.FindAsync(tenant, versionId, cancellationToken);
}
