using FlowEngine.Checking.Satisfiability;
using FlowEngine.Checking.Symbolic;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Checking.ControlFlow;

/// <summary>
/// Whether counters bound a cycle: a variable that the cycle only counts up (or down), and at whose bound a guard leads out. What is left
/// of the cycle without the guards, and without the counting, must be bounded the same way.
/// </summary>
internal sealed class CounterBounds(FlowProgram program, Func<int, IEnumerable<int>> next)
{
    /// <summary>Nodes that may be looked at, those of cycles within cycles again and again: for any document, and more for a large one.</summary>
    private long _left = 1_000_000 + (100L * program.Nodes.Length);

    /// <summary>Some cycles were taken for bounded, as finding out would have cost too much.</summary>
    public bool IsCut => _left <= 0;

    public bool IsBounded(IReadOnlyCollection<int> cycle)
    {
        _left -= cycle.Count;
        if (IsCut)
        {
            return true;
        }

        var members = cycle.ToHashSet();
        foreach (var (key, guards) in Guards(members))
        {
            _left -= members.Count;
            if (IsCut)
            {
                return true;
            }

            if (Counting(members, key) is { Count: > 0 } counting && AreBounded(members, guards) && AreBounded(members, counting))
            {
                return true;
            }
        }

        return false;
    }

    private bool AreBounded(HashSet<int> members, HashSet<int> without)
    {
        var left = members.Where(node => !without.Contains(node)).ToHashSet();
        return Components.Cycles(left, node => next(node).Where(left.Contains)).All(IsBounded);
    }

    /// <summary>Nodes that count the variable; none where something else writes it.</summary>
    private HashSet<int> Counting(HashSet<int> members, (VariableKey Key, bool Up) counter)
    {
        var counting = new HashSet<int>();
        foreach (var node in members.Select(index => program.Nodes[index]))
        {
            foreach (var write in node.Writes.Where(write => VariableKey.Of(write.Scope, write.Name, node.Unit) == counter.Key))
            {
                var counts = write is { BuildsOnBefore: true, Types: ValueTypes.Number, Literal.Number: { } number } && number != 0 && number > 0 == counter.Up;
                if (!counts)
                {
                    return [];
                }

                counting.Add(node.Index);
            }
        }

        return counting;
    }

    /// <summary>The guards that lead out of the cycle when a variable is high, or low, enough.</summary>
    private Dictionary<(VariableKey Key, bool Up), HashSet<int>> Guards(HashSet<int> members)
    {
        var guards = new Dictionary<(VariableKey, bool), HashSet<int>>();
        foreach (var node in members.Select(index => program.Nodes[index]).Where(node => node.Order == BranchOrder.First))
        {
            foreach (var way in node.Ways.Where(way => !members.Contains(way.Target)))
            {
                foreach (var (test, holds) in TestsOf(node, way.Port))
                {
                    foreach (var key in test.Operator is >= ConditionOperator.GreaterThan and <= ConditionOperator.LessOrEqual
                        ? VariableKey.Of(test.Left, node.Unit) : [])
                    {
                        var isGreater = test.Operator is ConditionOperator.GreaterThan or ConditionOperator.GreaterOrEqual;
                        var counter = (key, isGreater == holds);
                        guards.TryAdd(counter, []);
                        guards[counter].Add(node.Index);
                    }
                }
            }
        }

        return guards;
    }

    /// <summary>Tests of which one alone leads to the port.</summary>
    private static IEnumerable<(ConditionTest Test, bool Holds)> TestsOf(ProgramNode node, int port)
    {
        foreach (var branch in node.Branches)
        {
            if (branch.Port == port)
            {
                return branch.When is { } when ? Sufficient(when, holds: true) : OfTheOthers(node);
            }
        }

        return [];
    }

    private static IEnumerable<(ConditionTest Test, bool Holds)> OfTheOthers(ProgramNode node) =>
        node.Branches.Where(branch => branch.When is not null).ToList() is [var only] ? Sufficient(only.When!, holds: false) : [];

    private static IEnumerable<(ConditionTest Test, bool Holds)> Sufficient(ConditionNode condition, bool holds) => condition switch
    {
        ConditionTest test => [(test, holds)],
        ConditionGroup group when group.All != holds || group.Children.Count == 1 => group.Children.SelectMany(child => Sufficient(child, holds)),
        _ => [],
    };
}
