using FlowEngine.Api.Access;
using FlowEngine.Api.Problems;
using FlowEngine.Conversations;
using FlowEngine.Drawflow;
using FlowEngine.Storage.Flows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.Flows;

/// <summary>Where conversations wait in a flow, and what a version does to the nodes that they wait at.</summary>
public sealed class FlowImpact(FlowVersionStore store, WaitingWalks walks)
{
    private const string Same = "same";
    private const string Gone = "gone";
    private const string Retyped = "retyped";

    public async Task<Results<Ok<FlowImpactView>, ApiProblem>> GetAsync(
        Caller caller, string name, int version, CancellationToken cancellationToken)
    {
        var tenant = caller.Tenant.Profile.Key;
        if (await store.GetAsync(tenant, name, version, cancellationToken) is not { } target)
        {
            return FlowProblems.VersionNotFound(name, version);
        }

        if (DrawflowReader.Read(target.FlowData).Document is not { } document)
        {
            return FlowProblems.NotComparable(name, version);
        }

        var places = await PlacesAsync(tenant, name, document, cancellationToken);
        return TypedResults.Ok(new FlowImpactView(name, version, places.Sum(place => place.Conversations), places));
    }

    private async Task<IReadOnlyList<WaitingPlaceView>> PlacesAsync(
        TenantKey tenant, string name, DrawflowDocument target, CancellationToken cancellationToken)
    {
        var counts = await walks.CountAsync(tenant, cancellationToken);
        var numbers = await store.NumbersAsync(tenant, name, [.. counts.Keys.Select(place => place.FlowVersionId).Distinct()], cancellationToken);
        var places = new List<WaitingPlaceView>();
        foreach (var (id, number) in numbers)
        {
            var source = await store.FindAsync(tenant, id, cancellationToken);
            var pinned = source is null ? null : DrawflowReader.Read(source.FlowData).Document;
            places.AddRange(counts
                .Where(count => count.Key.FlowVersionId == id)
                .Select(count => View(number, count.Key, count.Value, Find(pinned, count.Key), Find(target, count.Key))));
        }

        return
        [
            .. places.OrderByDescending(place => place.Version)
                .ThenBy(place => place.Module, StringComparer.Ordinal)
                .ThenBy(place => place.NodeId, StringComparer.Ordinal),
        ];
    }

    private static WaitingPlaceView View(int version, WalkPlace place, int conversations, DrawflowNode? pinned, DrawflowNode? target)
    {
        var change = target is null ? Gone : pinned is null || pinned.Type == target.Type ? Same : Retyped;
        return new(version, place.Module, place.NodeId, pinned?.Type, pinned?.Label, conversations, change, change == Retyped ? target!.Type : null);
    }

    private static DrawflowNode? Find(DrawflowDocument? document, WalkPlace place) => document?.FindModule(place.Module)?.Find(place.NodeId);
}
