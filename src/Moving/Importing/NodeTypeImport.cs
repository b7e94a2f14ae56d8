using FlowEngine.Moving.Rules;
using FlowEngine.NodeTypes;
using FlowEngine.Storage.Json;
using FlowEngine.Storage.Legacy;

namespace FlowEngine.Moving.Importing;

/// <summary>Switches of node types. Those that are here already are an operator's: where the legacy ones differ they are named, not taken.</summary>
public sealed class NodeTypeImport(LegacySettings settings, NodeRegistry registry, TimeProvider time)
{
    private const int PageSize = 100;

    public async Task RunAsync(SourceReader source, IReadOnlyList<ImportTenant> tenants, ImportTally tally, CancellationToken cancellationToken)
    {
        var ours = tenants.ToDictionary(tenant => tenant.LegacyId, tenant => tenant.Key.TenantId);
        var known = registry.All.Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        await foreach (var page in source.PagesAsync(LegacyTable.Nodes, PageSize, cancellationToken))
        {
            foreach (var row in page)
            {
                var carried = NodeTypeRule.Carry(row, known.Contains);
                if (carried.Draft is not { } draft)
                {
                    tally.Refuse(LegacyTable.Nodes, carried.Refusal!, row.Id);
                    continue;
                }

                List<long> whitelist = [.. draft.Tenants.Where(ours.ContainsKey).Select(id => ours[id])];
                var (there, added) = await settings.AddNodeTypeAsync(draft.Key, draft.IsGlobal, draft.IsActive, whitelist, time.GetUtcNow(), cancellationToken);
                if (added)
                {
                    tally.Of(LegacyTable.Nodes).Imported++;
                }
                else
                {
                    tally.Of(LegacyTable.Nodes).Unchanged++;
                    var differs = there.IsActive != draft.IsActive || there.IsGlobal != draft.IsGlobal
                        || (!draft.IsGlobal && !StoredJson.Ids(there.TenantWhitelist).ToHashSet().SetEquals(whitelist));
                    tally.Note(LegacyTable.Nodes, differs ? [MovingCodes.SwitchesDiffer] : [], row.Id);
                }
            }
        }
    }
}
