using FlowEngine.Conversations;
using FlowEngine.Drawflow;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Turns;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Flows;

/// <summary>Where the walks of a tenant wait.</summary>
public sealed class WaitingWalks(ITenantDb db)
{
    /// <summary>
    /// How many conversations wait at each place. One whose walk stands in a sub-flow counts at each frame: at the waiting node and at the
    /// nodes that called.
    /// </summary>
    public async Task<IReadOnlyDictionary<WalkPlace, int>> CountAsync(TenantKey tenant, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        var waiting = context.Conversations
            .Where(row => row.Status == ConversationStatusNames.Waiting && row.FlowId != null)
            .Select(row => new { row.FlowId, row.CurrentNodeId, row.ContextData })
            .AsAsyncEnumerable();
        var counts = new Dictionary<WalkPlace, int>();
        await foreach (var row in waiting.WithCancellation(cancellationToken))
        {
            foreach (var place in Places(row.FlowId!.Value, row.CurrentNodeId, row.ContextData))
            {
                counts[place] = counts.GetValueOrDefault(place) + 1;
            }
        }

        return counts;
    }

    /// <summary>A state that cannot be read leaves the row's own columns.</summary>
    private static IEnumerable<WalkPlace> Places(long flowVersionId, string? nodeId, string? state) =>
        ConversationStateJson.Read(state).State?.Walk is { } walk
            ? walk.Frames.Select(frame => new WalkPlace(frame.FlowVersionId, frame.Module, frame.NodeId)).Distinct()
            : [new(flowVersionId, DrawflowDocument.HomeName, nodeId ?? "")];
}

public readonly record struct WalkPlace(long FlowVersionId, string Module, string NodeId);
