using FlowEngine.Checking.ControlFlow;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Checking.Symbolic;

/// <summary>The successors of a symbolic state: one abstract step of the engine.</summary>
internal sealed class SymbolicStepper(ControlFlowGraph graph, PathConstraints constraints)
{
    /// <summary>The engine's limit of nested calls.</summary>
    public const int MaxDepth = 16;

    private readonly SymbolicWaits _waits = new(constraints);

    public IEnumerable<SymbolicState> From(SymbolicState state)
    {
        var node = graph.Nodes[state.Node];
        var stepped = state with { Before = state, StepsInTurn = state.StepsInTurn + 1 };
        return node switch
        {
            { IsOpaque: true } => node.Edges.Select(edge => (stepped with { IsGuessed = true, Answered = true }).At(edge.Target)),
            { IsEnd: true } => Ended(Say(stepped, node), node),
            { Callee: not ControlFlowNode.NoCall } => Called(stepped, node),
            { MayWait: true } => _waits.From(stepped, node),
            _ => node.Edges.SelectMany(edge => Gone(stepped, node, edge)),
        };
    }

    private static SymbolicState Say(SymbolicState state, ControlFlowNode node)
    {
        var says = node.Says is Saying.Always or Saying.Sometimes || (node.Says == Saying.OnFirstTurn && state.Turns.Count == 1);
        return says && !state.Answered ? state with { Answered = true } : state;
    }

    private IEnumerable<SymbolicState> Gone(SymbolicState state, ControlFlowNode node, ControlFlowEdge edge)
    {
        if (edge.Kind != EdgeKind.Normal)
        {
            return [SymbolicWrites.Apply(state with { IsGuessed = true }, node, edge).At(edge.Target)];
        }

        return Decided(state, node, edge).Select(one => SymbolicWrites.Apply(Say(one, node), node, edge).At(edge.Target));
    }

    private IEnumerable<SymbolicState> Decided(SymbolicState state, ControlFlowNode node, ControlFlowEdge edge)
    {
        var branch = node.Branches.FirstOrDefault(branch => branch.Port == edge.Port);
        if (branch is null)
        {
            var several = node.Edges.Count(other => other.Kind == EdgeKind.Normal) > 1;
            return [several ? state with { IsGuessed = true } : state];
        }

        if (node.Order == BranchOrder.Best)
        {
            return Best(state, node, branch);
        }

        IEnumerable<SymbolicState> states = [state];
        foreach (var earlier in node.Branches.TakeWhile(other => other != branch))
        {
            states = earlier.When is { } guard ? states.SelectMany(one => constraints.Assume(one, guard, holds: false)) : states;
        }

        return branch.When is { } when ? states.SelectMany(one => constraints.Assume(one, when, holds: true)) : states;
    }

    private IEnumerable<SymbolicState> Best(SymbolicState state, ControlFlowNode node, Branch branch)
    {
        if (state.Turns[^1].Message is null)
        {
            // A time-out has no message, so no keyword matches.
            return branch.When is null ? [state] : [];
        }

        var words = (branch.When as ConditionTest)?.Keywords?.Keywords.Select(word => word.Trim().TrimEnd('*')).ToList() ?? [];
        return constraints.Constrain(state, state.Turns.Count - 1, new MessageConstraint(
            $"{node.Index} takes {branch.Port}", message => BestOf(node, message) == branch.Port, words));
    }

    /// <summary>The first of the guards with the longest match.</summary>
    private static int BestOf(ControlFlowNode node, string message)
    {
        var text = new FoldedText(message);
        var best = node.Branches
            .Select(branch => (branch.Port, Length: (branch.When as ConditionTest)?.Keywords?.LongestMatch(text) ?? 0))
            .MaxBy(found => found.Length);
        return best.Length > 0 ? best.Port : node.Branches.FirstOrDefault(branch => branch.When is null)?.Port ?? -1;
    }

    private IEnumerable<SymbolicState> Ended(SymbolicState state, ControlFlowNode node)
    {
        var left = node.ForgetsConversation ? state with { Conversation = SymbolicState.NoVariables } : state;
        if (left.Frames.Count > 1)
        {
            return [.. Returned(left)];
        }

        var again = left.Hear(SymbolicTurn.Any) with
        {
            Frames = [new SymbolicFrame(graph.Home!.Start, SymbolicState.NoVariables)],
            Facts = SymbolicState.NoFacts,
        };
        return left.Answered ? [again] : [left with { SilentAt = node.Index }, again];
    }

    private IEnumerable<SymbolicState> Returned(SymbolicState inner)
    {
        var outer = inner with { Frames = inner.Frames.RemoveAt(inner.Frames.Count - 1) };
        var call = graph.Nodes[outer.Node];
        var made = call.Call!.Outputs.Aggregate(outer, (state, pair) =>
            state.Set(AssignmentScope.Walk, pair.Value, inner.Walk.GetValueOrDefault(pair.Key, SymbolicValue.None)));
        return call.Edges.Where(edge => edge.Kind == EdgeKind.Normal).Take(1).Select(edge => made.At(edge.Target));
    }

    private IEnumerable<SymbolicState> Called(SymbolicState state, ControlFlowNode node)
    {
        foreach (var edge in node.Edges.Where(edge => edge.Kind != EdgeKind.Normal))
        {
            yield return SymbolicWrites.Apply(state with { IsGuessed = true }, node, edge).At(edge.Target);
        }

        if (node.Callee == ControlFlowNode.UnknownCall)
        {
            foreach (var edge in node.Edges.Where(edge => edge.Kind == EdgeKind.Normal))
            {
                yield return SymbolicWrites.Apply(state with { IsGuessed = true, Answered = true }, node, edge).At(edge.Target);
            }
        }
        else if (graph.Procedures[node.Callee].Start is >= 0 and var start && state.Frames.Count <= MaxDepth)
        {
            var inputs = node.Call!.Inputs.Aggregate(
                SymbolicState.NoVariables, (made, pair) => made.SetItem(pair.Key, SymbolicWrites.Given(state, node, pair.Key, pair.Value)));
            yield return state with { Frames = state.Frames.Add(new SymbolicFrame(start, inputs)) };
        }
    }
}
