using System.Collections.Immutable;
using FlowEngine.Checking.ControlFlow;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Checking.Symbolic;

/// <summary>Takes conditions to hold, or not, and finds messages of the user for which they do.</summary>
internal sealed class Assumptions(FlowProgram program)
{
    private static readonly DateTimeOffset s_now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>In one search: a single node with thousands of cases asks for millions.</summary>
    private const int MostAsked = 100_000;

    /// <summary>Constraints that had to be solved together, summed up: what looking for messages costs.</summary>
    public int Solved { get; private set; }

    /// <summary>Tests that were taken to hold, or not.</summary>
    public int Asked { get; private set; }

    /// <summary>Some message was not found of which it is not sure that there is none.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>The states that come of it, which do not overlap; none where it cannot be.</summary>
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

    /// <summary>The message of the turn fulfils one more constraint.</summary>
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

    /// <summary>What a waiting node makes of a message; null where it refuses it.</summary>
    public Value? Read(int node, string message) =>
        (program.Nodes[node].Configuration as IAnsweredConfiguration)?.Read(message, "en", s_now);

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
        if (!Tests.IsDecided(test))
        {
            return Guess(state, $"{value}{test.Left} {Tests.KeyOf(test)}", holds);
        }

        switch (value)
        {
            case NothingSym:
                return Tests.Holds(test, Value.Null) == holds ? [state] : [];
            case ConstantSym constant:
                return Tests.Holds(test, constant.Value) == holds ? [state] : [];
            case HeardSym heard:
                Func<string, Value?> read = heard.Node < 0 ? message => Value.Of(message) : message => Read(heard.Node, message);
                var key = heard.Node < 0 ? Tests.KeyOf(test) : $"{Tests.KeyOf(test)} of {heard.Node}";
                return Constrain(state, heard.Turn, TestOptions.Constraint(key, test, holds, read, heard.Node >= 0));
            default:
                return Guess(state, $"{((OpaqueSym)value).Id} {Tests.KeyOf(test)}", holds);
        }
    }

    private static IEnumerable<SymbolicState> Guess(SymbolicState state, string fact, bool holds) =>
        !state.Facts.TryGetValue(fact, out var known) ? [state with { Facts = state.Facts.Add(fact, holds), IsGuessed = true }]
        : known == holds ? [state]
        : [];
}
