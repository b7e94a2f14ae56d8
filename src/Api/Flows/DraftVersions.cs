using FlowEngine.Compiling;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Flows;

/// <summary>The tenant's flow versions, and over them documents that no tenant has.</summary>
internal sealed class DraftVersions(IFlowVersions stored) : IFlowVersions
{
    private readonly List<FlowVersionSource> _drafts = [];

    /// <returns>With an id that no row has.</returns>
    public FlowVersionRef Add(string name, string document, string? startNodeId, string? settings = null)
    {
        var draft = new FlowVersionRef(-1 - _drafts.Count, name, 0);
        _drafts.Add(new(draft, document, startNodeId, settings));
        return draft;
    }

    public ValueTask<FlowVersionSource?> FindAsync(TenantKey tenant, long versionId, CancellationToken cancellationToken) =>
        versionId < 0
            ? new(_drafts.Find(draft => draft.Version.Id == versionId))
            : stored.FindAsync(tenant, versionId, cancellationToken);
}
