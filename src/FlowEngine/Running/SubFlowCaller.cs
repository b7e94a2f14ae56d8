using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Running;

/// <summary>Enters the flow that a node calls; its version is fixed from here on.</summary>
internal sealed class SubFlowCaller(FlowCache flows)
{
    /// <returns>Null where the flow was entered.</returns>
    public async ValueTask<TurnFailure?> CallAsync(
        TurnInput turn, Walk walk, TurnBuilder made, SubFlowCall call, CancellationToken cancellationToken)
    {
        var caller = walk.Innermost;
        var (entry, failure) = call.Flow.StartsWith('#')
            ? Module(caller.Version, call.Flow[1..])
            : await NamedAsync(turn, call.Flow, cancellationToken);
        if (entry is not var (version, flow))
        {
            return failure! with { NodeId = caller.Step.Id };
        }

        made.EnteredFlows.Add(new(flow.Version, flow.Module, call.Inputs, call.Outputs));
        walk.Push(new Frame(version, flow, flow.Start, new VariableScope(call.Inputs, call.Personal), call.Outputs));
        return null;
    }

    private static (Entry?, TurnFailure?) Module(CompiledVersion version, string name) =>
        version.Modules.TryGetValue(name, out var flow)
            ? (new(version, flow), null)
            : (null, new(FailureCodes.FlowNotFound, null, $"the document has no module '{name}' that can start"));

    private async ValueTask<(Entry?, TurnFailure?)> NamedAsync(TurnInput turn, string name, CancellationToken cancellationToken)
    {
        if (!turn.ActiveFlows.TryGetValue(name, out var active))
        {
            return (null, new(FailureCodes.FlowNotFound, null, $"no active flow '{name}'"));
        }

        if (FlowVersionName.FaultOf(turn.Tenant, active) is { } stopped)
        {
            return (null, stopped);
        }

        var load = await flows.GetAsync(turn.Tenant.Key, active.Id, cancellationToken);
        return load.Version is { } version ? (new(version, version.Home), null) : (null, load.Failure);
    }

    /// <summary>Where a call goes in.</summary>
    private readonly record struct Entry(CompiledVersion Version, Flow Flow);
}
