using FlowEngine.Checking.ControlFlow;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Symbolic;

/// <summary>What can follow where a walk comes to a node that may wait.</summary>
internal sealed class SymbolicWaits(Assumptions assumptions)
{
    private static readonly string[] s_refused = ["?", "xyz", "-", "hello there"];

    public IEnumerable<SymbolicState> From(SymbolicState state, ProgramNode node)
    {
        foreach (var next in Passed(state, node))
        {
            yield return next;
        }

        if (MustPass(state, node))
        {
            yield break;
        }

        if (!state.Told && node.Waiting?.Asks == false)
        {
            yield return state with { MutedAt = node.Index };
        }

        foreach (var way in node.Ways)
        {
            foreach (var next in Awaited(state, node, way))
            {
                yield return next;
            }
        }
    }

    /// <summary>On without waiting.</summary>
    private static IEnumerable<SymbolicState> Passed(SymbolicState state, ProgramNode node)
    {
        var ways = node.Ways.Where(way => way.Kind == WayKind.Go);
        if (node.AlwaysWaits)
        {
            return [];
        }

        if (node.Waiting?.SkippedIfSet is not { } path)
        {
            return ways.Select(way => SymbolicWrites.Apply(state with { IsGuessed = true }, node, way).At(way.Target));
        }

        return state.Resolve(path) is not NothingSym and var known
            ? ways.Take(1).Select(way => (state with { IsGuessed = state.IsGuessed || known is OpaqueSym }).At(way.Target))
            : [];
    }

    private static bool MustPass(SymbolicState state, ProgramNode node) =>
        !node.AlwaysWaits && node.Waiting?.SkippedIfSet is { } path && state.Resolve(path) is ConstantSym or HeardSym;

    private IEnumerable<SymbolicState> Awaited(SymbolicState state, ProgramNode node, Way way)
    {
        if (way.Kind == WayKind.Timeout)
        {
            return node.Configuration is IWaitingConfiguration { Timeout: null }
                ? []
                : [SymbolicWrites.Apply(state.Hear(SymbolicTurn.TimeOut), node, way).At(way.Target)];
        }

        if (way.Kind != WayKind.Go)
        {
            return [SymbolicWrites.Apply(state with { IsGuessed = true }, node, way).At(way.Target)];
        }

        if (node.Configuration is not IAnsweredConfiguration)
        {
            var several = node.Ways.Count(other => other.Kind == WayKind.Go) > 1 || !node.AlwaysWaits;
            var heard = state.Hear(SymbolicTurn.Any);
            return [SymbolicWrites.Apply(heard with { IsGuessed = heard.IsGuessed || several }, node, way).At(way.Target)];
        }

        return node.PortName(way) == ProgramNode.GaveUp ? GaveUp(state, node, way) : Answered(state, node, way);
    }

    private IEnumerable<SymbolicState> Answered(SymbolicState state, ProgramNode node, Way way)
    {
        var heard = state.Hear(SymbolicTurn.Any);
        var turn = heard.Turns.Count - 1;
        var examples = ((IAnsweredConfiguration)node.Configuration!).Examples;
        var given = new MessageConstraint(
            $"taken by {node.Index}", message => assumptions.Read(node.Index, message) is { Kind: not ValueKind.Null }, examples, IsWhole: true);
        foreach (var next in assumptions.Constrain(heard, turn, given))
        {
            yield return SymbolicWrites.Apply(next, node, way, new HeardSym(turn, node.Index)).At(way.Target);
        }

        if (node.Writes.Any(write => write.MayBeNothing))
        {
            var skipped = new MessageConstraint(
                $"skipped by {node.Index}", message => assumptions.Read(node.Index, message) is { Kind: ValueKind.Null }, ["skip"], IsWhole: true);
            foreach (var next in assumptions.Constrain(heard, turn, skipped))
            {
                yield return SymbolicWrites.Apply(next, node, way, Sym.Nothing).At(way.Target);
            }
        }
    }

    /// <summary>As many answers as it takes until it asks no more.</summary>
    private IEnumerable<SymbolicState> GaveUp(SymbolicState state, ProgramNode node, Way way)
    {
        if (node.Waiting?.MaxAttempts is not { } attempts)
        {
            return [];
        }

        var refused = new MessageConstraint(
            $"refused by {node.Index}", message => assumptions.Read(node.Index, message) is null, s_refused, IsWhole: true);
        IEnumerable<SymbolicState> states = [state];
        for (var i = 0; i < attempts; i++)
        {
            states = states.SelectMany(one => assumptions.Constrain(one.Hear(SymbolicTurn.Any), one.Turns.Count, refused));
        }

        return states.Select(one => SymbolicWrites.Apply(one, node, way).At(way.Target));
    }
}
