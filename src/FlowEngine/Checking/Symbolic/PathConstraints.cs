using System.Collections.Immutable;
using FlowEngine.Checking.ControlFlow;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Checking.Symbolic;

/// <summary>Adds conditions to the path of a state, and finds user messages that satisfy them.</summary>
internal sealed class PathConstraints(ControlFlowGraph graph)
{
    private static readonly DateTimeOffset s_now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Bound for one search: a single node with thousands of cases would ask millions of times.</summary>
    private const int MostAsked = 100_000;

    /// <summary>Constraints solved so far, summed over all calls: the cost of finding messages.</summary>
    public int Solved { get; private set; }

    /// <summary>Tests assumed so far.</summary>
    public int Asked { get; private set; }

    /// <summary>A message was not found, although one may exist.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>The resulting states, which do not overlap; none if the condition is infeasible.</summary>
    public IEnumerable<SymbolicState> Assume(SymbolicState state, ConditionNode condition, bool holds)
    {
        if (condition is ConditionTest test)
        {
            return Assume(state, test, holds);
        }

        var group = (ConditionGroup)condition;
        return group.All == holds
            ? group.Children.Aggregate<ConditionNode, IEnumerable<SymbolicState>>(
                [state], (states, child) => states.SelectMany(one => Assume(one, child, holds)))
            : AssumeOne(state, group.Children, holds);
    }

    /// <summary>Adds a constraint to the message of a turn.</summary>
    public IEnumerable<SymbolicState> Constrain(SymbolicState state, int turn, MessageConstraint constraint)
    {
        var said = state.Turns[turn];
        if (said.Message is null)
        {
            return [];
        }

        if (said.Constraints.ContainsKey(constraint.Key))
        {
            return [state];
        }

        var constraints = said.Constraints.Add(constraint.Key, constraint);
        if (constraint.Holds(said.Message))
        {
            return [state with { Turns = state.Turns.SetItem(turn, said with { Constraints = constraints }) }];
        }

        Solved += constraints.Count;
        var (message, isImpossible) = MessageSolver.Solve([.. constraints.Values], said.Message);
        if (message is null)
        {
            GaveUp |= !isImpossible;
            return [];
        }

        return [state with { Turns = state.Turns.SetItem(turn, new(message, constraints)) }];
    }

    /// <summary>How a waiting node reads a message; null if it refuses it.</summary>
    public Value? Read(int node, string message) =>
        (graph.Nodes[node].Configuration as IAnsweredConfiguration)?.Read(message, "en", s_now);

    private IEnumerable<SymbolicState> AssumeOne(SymbolicState state, IReadOnlyList<ConditionNode> children, bool holds)
    {
        IReadOnlyList<SymbolicState> left = [state];
        foreach (var child in children)
        {
            foreach (var found in left.SelectMany(one => Assume(one, child, holds)))
            {
                yield return found;
            }

            left = [.. left.SelectMany(one => Assume(one, child, !holds))];
        }
    }

    private IEnumerable<SymbolicState> Assume(SymbolicState state, ConditionTest test, bool holds)
    {
        if (++Asked > MostAsked)
        {
            GaveUp = true;
            return [];
        }

        var value = state.Resolve(test.Left);
        if (!TestEvaluation.IsDecided(test))
        {
            return Guess(state, $"{value}{test.Left} {TestEvaluation.KeyOf(test)}", holds);
        }

        switch (value)
        {
            case SymbolicValue.Unset:
                return TestEvaluation.Holds(test, Value.Null) == holds ? [state] : [];
            case SymbolicValue.Constant constant:
                return TestEvaluation.Holds(test, constant.Value) == holds ? [state] : [];
            case SymbolicValue.UserInput heard:
                Func<string, Value?> read = heard.Node < 0 ? message => Value.Of(message) : message => Read(heard.Node, message);
                var key = heard.Node < 0 ? TestEvaluation.KeyOf(test) : $"{TestEvaluation.KeyOf(test)} of {heard.Node}";
                return Constrain(state, heard.Turn, MessageCandidates.Constraint(key, test, holds, read, heard.Node >= 0));
            default:
                return Guess(state, $"{((SymbolicValue.Unknown)value).Id} {TestEvaluation.KeyOf(test)}", holds);
        }
    }

    private static IEnumerable<SymbolicState> Guess(SymbolicState state, string fact, bool holds) =>
        !state.Facts.TryGetValue(fact, out var known) ? [state with { Facts = state.Facts.Add(fact, holds), IsGuessed = true }]
        : known == holds ? [state]
        : [];
}
