using FlowEngine.Checking.ControlFlow;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Checking.Symbolic;

/// <summary>What can follow a symbolic state: one step of the engine, without the engine.</summary>
internal sealed class Stepper(FlowProgram program, Assumptions assumptions)
{
    /// <summary>The engine allows no deeper calls.</summary>
    public const int MaxDepth = 16;

    private readonly SymbolicWaits _waits = new(assumptions);

    public IEnumerable<SymbolicState> From(SymbolicState state)
    {
        var node = program.Nodes[state.Node];
        var stepped = state with { Before = state, StepsInTurn = state.StepsInTurn + 1 };
        return node switch
        {
            { IsOpaque: true } => node.Ways.Select(way => (stepped with { IsGuessed = true, Told = true }).At(way.Target)),
            { IsEnd: true } => Ended(Say(stepped, node), node),
            { Callee: not ProgramNode.NoCall } => Called(stepped, node),
            { MayWait: true } => _waits.From(stepped, node),
            _ => node.Ways.SelectMany(way => Gone(stepped, node, way)),
        };
    }

    private static SymbolicState Say(SymbolicState state, ProgramNode node)
    {
        var says = node.Says is Saying.Always or Saying.Sometimes || (node.Says == Saying.OnFirstTurn && state.Turns.Count == 1);
        return says && !state.Told ? state with { Told = true } : state;
    }

    private IEnumerable<SymbolicState> Gone(SymbolicState state, ProgramNode node, Way way)
    {
        if (way.Kind != WayKind.Go)
        {
            return [SymbolicWrites.Apply(state with { IsGuessed = true }, node, way).At(way.Target)];
        }

        return Decided(state, node, way).Select(one => SymbolicWrites.Apply(Say(one, node), node, way).At(way.Target));
    }

    private IEnumerable<SymbolicState> Decided(SymbolicState state, ProgramNode node, Way way)
    {
        var branch = node.Branches.FirstOrDefault(branch => branch.Port == way.Port);
        if (branch is null)
        {
            var several = node.Ways.Count(other => other.Kind == WayKind.Go) > 1;
            return [several ? state with { IsGuessed = true } : state];
        }

        if (node.Order == BranchOrder.Best)
        {
            return Best(state, node, branch);
        }

        IEnumerable<SymbolicState> states = [state];
        foreach (var earlier in node.Branches.TakeWhile(other => other != branch))
        {
            states = earlier.When is { } guard ? states.SelectMany(one => assumptions.Assume(one, guard, holds: false)) : states;
        }

        return branch.When is { } when ? states.SelectMany(one => assumptions.Assume(one, when, holds: true)) : states;
    }

    private IEnumerable<SymbolicState> Best(SymbolicState state, ProgramNode node, Branch branch)
    {
        if (state.Turns[^1].Message is null)
        {
            // A time-out: nothing was said, so no keyword is in it.
            return branch.When is null ? [state] : [];
        }

        var words = (branch.When as ConditionTest)?.Keywords?.Keywords.Select(word => word.Trim().TrimEnd('*')).ToList() ?? [];
        return assumptions.Constrain(state, state.Turns.Count - 1, new MessageConstraint(
            $"{node.Index} takes {branch.Port}", message => BestOf(node, message) == branch.Port, words));
    }

    /// <summary>Of guards of equal worth the first.</summary>
    private static int BestOf(ProgramNode node, string message)
    {
        var text = new FoldedText(message);
        var best = node.Branches
            .Select(branch => (branch.Port, Length: (branch.When as ConditionTest)?.Keywords?.LongestMatch(text) ?? 0))
            .MaxBy(found => found.Length);
        return best.Length > 0 ? best.Port : node.Branches.FirstOrDefault(branch => branch.When is null)?.Port ?? -1;
    }

    private IEnumerable<SymbolicState> Ended(SymbolicState state, ProgramNode node)
    {
        var left = node.ForgetsConversation ? state with { Conversation = SymbolicState.NoVariables } : state;
        if (left.Frames.Count > 1)
        {
            return [.. Returned(left)];
        }

        var again = left.Hear(SymbolicTurn.Any) with
        {
            Frames = [new SymbolicFrame(program.Home!.Start, SymbolicState.NoVariables)],
            Facts = SymbolicState.NoFacts,
        };
        return left.Told ? [again] : [left with { MutedAt = node.Index }, again];
    }

    private IEnumerable<SymbolicState> Returned(SymbolicState inner)
    {
        var outer = inner with { Frames = inner.Frames.RemoveAt(inner.Frames.Count - 1) };
        var call = program.Nodes[outer.Node];
        var made = call.Call!.Outputs.Aggregate(outer, (state, pair) =>
            state.Set(AssignmentScope.Walk, pair.Value, inner.Walk.GetValueOrDefault(pair.Key, Sym.Nothing)));
        return call.Ways.Where(way => way.Kind == WayKind.Go).Take(1).Select(way => made.At(way.Target));
    }

    private IEnumerable<SymbolicState> Called(SymbolicState state, ProgramNode node)
    {
        foreach (var way in node.Ways.Where(way => way.Kind != WayKind.Go))
        {
            yield return SymbolicWrites.Apply(state with { IsGuessed = true }, node, way).At(way.Target);
        }

        if (node.Callee == ProgramNode.UnknownCall)
        {
            foreach (var way in node.Ways.Where(way => way.Kind == WayKind.Go))
            {
                yield return SymbolicWrites.Apply(state with { IsGuessed = true, Told = true }, node, way).At(way.Target);
            }
        }
        else if (program.Units[node.Callee].Start is >= 0 and var start && state.Frames.Count <= MaxDepth)
        {
            var inputs = node.Call!.Inputs.Aggregate(
                SymbolicState.NoVariables, (made, pair) => made.SetItem(pair.Key, SymbolicWrites.Given(state, node, pair.Key, pair.Value)));
            yield return state with { Frames = state.Frames.Add(new SymbolicFrame(start, inputs)) };
        }
    }
}
