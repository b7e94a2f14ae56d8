using FlowEngine.Compiling;
using FlowEngine.Conversations;

namespace FlowEngine.Running;

/// <summary>Finds the flows of a stored walk again, or begins a new one.</summary>
internal sealed class WalkOpener(FlowCache flows)
{
    private static readonly IReadOnlyDictionary<string, Value> s_nothing = new Dictionary<string, Value>();
    private static readonly IReadOnlyDictionary<string, string> s_noOutputs = new Dictionary<string, string>();

    public async ValueTask<WalkOpening> OpenAsync(TurnInput turn, CancellationToken cancellationToken)
    {
        if (turn.State.Walk is { Frames.Count: > 0 } walk)
        {
            return await ResumeAsync(turn, walk, cancellationToken);
        }

        if (turn.Flow is not { } flow)
        {
            return WalkOpening.Failed(new(FailureCodes.FlowNotFound, null, "the turn has no flow"));
        }

        var load = await flows.GetAsync(turn.Tenant.Key, flow.Id, cancellationToken);
        if (load.Version is not { } version)
        {
            return WalkOpening.Failed(load.Failure!);
        }

        if (FlowVersionName.FaultOf(turn.Tenant, flow) is { } stopped)
        {
            return WalkOpening.Failed(stopped);
        }

        return new([new Frame(version, version.Home, version.Home.Start, new VariableScope(s_nothing), s_noOutputs)], false, null);
    }

    private async ValueTask<WalkOpening> ResumeAsync(TurnInput turn, WalkState walk, CancellationToken cancellationToken)
    {
        var frames = new List<Frame>(walk.Frames.Count);
        foreach (var stored in walk.Frames)
        {
            var load = await flows.GetAsync(turn.Tenant.Key, stored.FlowVersionId, cancellationToken);
            if (load.Version is not { } version)
            {
                return WalkOpening.Failed(load.Failure!);
            }

            if (FlowVersionName.FaultOf(turn.Tenant, version.Version) is { } stopped)
            {
                return WalkOpening.Failed(stopped);
            }

            if (!version.Modules.TryGetValue(stored.Module, out var flow) || !flow.IndexById.TryGetValue(stored.NodeId, out var position))
            {
                return WalkOpening.Failed(new(FailureCodes.NodeNotFound, stored.NodeId, $"not in {version.Version.Name}/{stored.Module}"));
            }

            frames.Add(new Frame(version, flow, position, new VariableScope(stored.Vars, stored.Personal), stored.Outputs));
        }

        return new(frames, true, null);
    }
}
