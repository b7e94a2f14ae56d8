using FlowEngine.Checking.ControlFlow;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Symbolic;

/// <summary>The successors of a state at a node that may wait.</summary>
internal sealed class SymbolicWaits(PathConstraints constraints)
{
    private static readonly string[] s_refused = ["?", "xyz", "-", "hello there"];

    public IEnumerable<SymbolicState> From(SymbolicState state, ControlFlowNode node)
    {
        foreach (var next in Passed(state, node))
        {
            yield return next;
        }

        if (MustPass(state, node))
        {
            yield break;
        }

        if (!state.Answered && node.Waiting?.Asks == false)
        {
            yield return state with { SilentAt = node.Index };
        }

        foreach (var edge in node.Edges)
        {
            foreach (var next in Awaited(state, node, edge))
            {
                yield return next;
            }
        }
    }

    /// <summary>Continues without waiting.</summary>
    private static IEnumerable<SymbolicState> Passed(SymbolicState state, ControlFlowNode node)
    {
        var edges = node.Edges.Where(edge => edge.Kind == EdgeKind.Normal);
        if (node.AlwaysWaits)
        {
            return [];
        }

        if (node.Waiting?.SkippedIfSet is not { } path)
        {
            return edges.Select(edge => SymbolicWrites.Apply(state with { IsGuessed = true }, node, edge).At(edge.Target));
        }

        return state.Resolve(path) is not SymbolicValue.Unset and var known
            ? edges.Take(1).Select(edge => (state with { IsGuessed = state.IsGuessed || known is SymbolicValue.Unknown }).At(edge.Target))
            : [];
    }

    private static bool MustPass(SymbolicState state, ControlFlowNode node) =>
        !node.AlwaysWaits && node.Waiting?.SkippedIfSet is { } path && state.Resolve(path) is SymbolicValue.Constant or SymbolicValue.UserInput;

    private IEnumerable<SymbolicState> Awaited(SymbolicState state, ControlFlowNode node, ControlFlowEdge edge)
    {
        if (edge.Kind == EdgeKind.Timeout)
        {
            return node.Configuration is IWaitingConfiguration { Timeout: null }
                ? []
                : [SymbolicWrites.Apply(state.Hear(SymbolicTurn.TimeOut), node, edge).At(edge.Target)];
        }

        if (edge.Kind != EdgeKind.Normal)
        {
            return [SymbolicWrites.Apply(state with { IsGuessed = true }, node, edge).At(edge.Target)];
        }

        if (node.Configuration is not IAnsweredConfiguration)
        {
            var several = node.Edges.Count(other => other.Kind == EdgeKind.Normal) > 1 || !node.AlwaysWaits;
            var heard = state.Hear(SymbolicTurn.Any);
            return [SymbolicWrites.Apply(heard with { IsGuessed = heard.IsGuessed || several }, node, edge).At(edge.Target)];
        }

        return node.PortName(edge) == NodePort.GaveUp ? GaveUp(state, node, edge) : Answered(state, node, edge);
    }

    private IEnumerable<SymbolicState> Answered(SymbolicState state, ControlFlowNode node, ControlFlowEdge edge)
    {
        var heard = state.Hear(SymbolicTurn.Any);
        var turn = heard.Turns.Count - 1;
        var examples = ((IAnsweredConfiguration)node.Configuration!).Examples;
        var given = new MessageConstraint(
            $"taken by {node.Index}", message => constraints.Read(node.Index, message) is { Kind: not ValueKind.Null }, examples, IsWhole: true);
        foreach (var next in constraints.Constrain(heard, turn, given))
        {
            yield return SymbolicWrites.Apply(next, node, edge, new SymbolicValue.UserInput(turn, node.Index)).At(edge.Target);
        }

        if (node.Writes.Any(write => write.MayBeNothing))
        {
            var skipped = new MessageConstraint(
                $"skipped by {node.Index}", message => constraints.Read(node.Index, message) is { Kind: ValueKind.Null }, ["skip"], IsWhole: true);
            foreach (var next in constraints.Constrain(heard, turn, skipped))
            {
                yield return SymbolicWrites.Apply(next, node, edge, SymbolicValue.None).At(edge.Target);
            }
        }
    }

    /// <summary>As many refused answers as the node allows.</summary>
    private IEnumerable<SymbolicState> GaveUp(SymbolicState state, ControlFlowNode node, ControlFlowEdge edge)
    {
        if (node.Waiting?.MaxAttempts is not { } attempts)
        {
            return [];
        }

        var refused = new MessageConstraint(
            $"refused by {node.Index}", message => constraints.Read(node.Index, message) is null, s_refused, IsWhole: true);
        IEnumerable<SymbolicState> states = [state];
        for (var i = 0; i < attempts; i++)
        {
            states = states.SelectMany(one => constraints.Constrain(one.Hear(SymbolicTurn.Any), one.Turns.Count, refused));
        }

        return states.Select(one => SymbolicWrites.Apply(one, node, edge).At(edge.Target));
    }
}
