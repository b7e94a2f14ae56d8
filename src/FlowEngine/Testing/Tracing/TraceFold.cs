using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.Drawflow;
using FlowEngine.NodeTypes;

namespace FlowEngine.Testing.Tracing;

/// <summary>
/// What a trace says when it is read with the flow beside it: the ports that were taken and the variables before and after each step.
/// Catalogue rows that a stored walk keeps as ids are shown as ids.
/// </summary>
public sealed class TraceFold(FlowCache flows)
{
    private static readonly IReadOnlyDictionary<string, Value> s_nothing = new Dictionary<string, Value>();
    private static readonly IReadOnlyDictionary<string, string> s_noOutputs = new Dictionary<string, string>();

    /// <returns>Empty where the turn did not begin.</returns>
    public async ValueTask<IReadOnlyList<FoldedStep>> ReadAsync(TurnInput turn, TurnOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome.Trace.Count == 0 || await OpenAsync(turn, cancellationToken) is not { } walk)
        {
            return [];
        }

        var entered = new Queue<EnteredFlow>(outcome.EnteredFlows);
        var steps = new List<FoldedStep>(outcome.Trace.Count);
        for (var i = 0; i < outcome.Trace.Count && walk.Innermost.MoveTo(outcome.Trace[i].Node.NodeId); i++)
        {
            var (traced, frame, depth, before) = (outcome.Trace[i], walk.Innermost, walk.Depth, walk.Variables());
            walk.Set(traced.Sets);
            var after = walk.Variables();
            var isLast = i == outcome.Trace.Count - 1;
            var taken = await LeaveAsync(turn, walk, traced, isLast ? outcome : null, entered, cancellationToken);
            steps.Add(new(depth, frame.Flow.Version.Name, frame.Flow.Module, frame.Step, traced, taken, before, after));
        }

        return Finished(steps, outcome);
    }

    private async ValueTask<FoldedWalk?> OpenAsync(TurnInput turn, CancellationToken cancellationToken)
    {
        var frames = new List<FoldedFrame>();
        foreach (var stored in turn.State.Walk?.Frames ?? [])
        {
            if (await FlowAsync(turn, stored.FlowVersionId, stored.Module, cancellationToken) is not { } flow
                || !flow.IndexById.ContainsKey(stored.NodeId))
            {
                return null;
            }

            frames.Add(new(flow, stored.NodeId, stored.Vars, stored.Outputs));
        }

        if (frames.Count == 0)
        {
            if (turn.Flow is not { } version || await FlowAsync(turn, version.Id, DrawflowDocument.HomeName, cancellationToken) is not { } home)
            {
                return null;
            }

            frames.Add(new(home, home.Steps[home.Start].Id, s_nothing, s_noOutputs));
        }

        return new(turn.State.Vars, frames);
    }

    /// <param name="end">Set at the last step of the turn.</param>
    private async ValueTask<IReadOnlyList<TakenPort>> LeaveAsync(
        TurnInput turn, FoldedWalk walk, TraceStep traced, TurnOutcome? end, Queue<EnteredFlow> entered, CancellationToken cancellationToken)
    {
        var frame = walk.Innermost;
        if (traced.Fault is { } fault)
        {
            return Failed(walk, fault, isEnd: end is not null);
        }

        if (traced.PortName is { } name)
        {
            return [frame.Taken(name)];
        }

        if (frame.Step.Configuration is IJumpConfiguration)
        {
            return [frame.Taken(TakenPort.Jump)];
        }

        if (frame.Step.Configuration is ISubFlowConfiguration && entered.TryDequeue(out var call)
            && await FlowAsync(turn, call.Version.Id, call.Module, cancellationToken) is { } flow)
        {
            walk.Enter(new(flow, flow.Steps[flow.Start].Id, call.Inputs, call.Outputs));
            return [];
        }

        return walk.Depth > 1 && end is null ? [walk.Return()] : [];
    }

    /// <summary>
    /// A failure leaves by a port that leads nowhere - <c>default</c>, or <c>error</c> where the turn ends with it - and where the walk outlives
    /// it, by the one that took it.
    /// </summary>
    private static TakenPort[] Failed(FoldedWalk walk, TurnFailure fault, bool isEnd)
    {
        var frame = walk.Innermost;
        var name = fault.Code == FailureCodes.NoCase ? NodePort.Default : NodePort.Error;
        var unconnected = (isEnd || name == NodePort.Default)
            && frame.Step.Traced.PortNames.Contains(name, StringComparer.Ordinal) && frame.Step.ConnectedPort(name) < 0;
        var left = unconnected ? [frame.Taken(name)] : Array.Empty<TakenPort>();
        return isEnd || walk.Recover() is not { } port ? left : [.. left, port];
    }

    /// <summary>An end may have made the conversation forget.</summary>
    private static List<FoldedStep> Finished(List<FoldedStep> steps, TurnOutcome outcome)
    {
        if (steps.Count > 0 && outcome is { Failure: null, Status: ConversationStatus.Ended })
        {
            steps[^1] = steps[^1] with { After = steps[^1].After with { Conversation = outcome.State.Vars } };
        }

        return steps;
    }

    private async ValueTask<Flow?> FlowAsync(TurnInput turn, long versionId, string module, CancellationToken cancellationToken) =>
        (await flows.GetAsync(turn.Tenant.Key, versionId, cancellationToken)).Version?.Modules.GetValueOrDefault(module);
}
