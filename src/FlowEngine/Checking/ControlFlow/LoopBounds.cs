using FlowEngine.Checking.Satisfiability;
using FlowEngine.Checking.Symbolic;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Checking.ControlFlow;

/// <summary>
/// Proves that a cycle terminates by a ranking function: a variable that the cycle only increments (or decrements), and a guard that leaves
/// the cycle at a bound. The sub-cycles that avoid the guards, and those that avoid the increments, must be bounded in the same way.
/// </summary>
internal sealed class LoopBounds(ControlFlowGraph graph, Func<int, IEnumerable<int>> next)
{
    /// <summary>Budget of node visits; nested cycles visit their nodes again. A constant for any document, plus a share for its size.</summary>
    private long _left = 1_000_000 + (100L * graph.Nodes.Length);

    /// <summary>The budget is used up, and the remaining cycles were assumed to be bounded.</summary>
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
        return StronglyConnectedComponents.Cycles(left, node => next(node).Where(left.Contains)).All(IsBounded);
    }

    /// <summary>Nodes that count the variable; none if anything else writes it.</summary>
    private HashSet<int> Counting(HashSet<int> members, (VariableKey Key, bool Up) counter)
    {
        var counting = new HashSet<int>();
        foreach (var node in members.Select(index => graph.Nodes[index]))
        {
            foreach (var write in node.Writes.Where(write => VariableKey.For(write.Scope, write.Name, node.Procedure) == counter.Key))
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

    /// <summary>The guards that leave the cycle once a variable is high, or low, enough.</summary>
    private Dictionary<(VariableKey Key, bool Up), HashSet<int>> Guards(HashSet<int> members)
    {
        var guards = new Dictionary<(VariableKey, bool), HashSet<int>>();
        foreach (var node in members.Select(index => graph.Nodes[index]).Where(node => node.Order == BranchOrder.First))
        {
            foreach (var edge in node.Edges.Where(edge => !members.Contains(edge.Target)))
            {
                foreach (var (test, holds) in TestsOf(node, edge.Port))
                {
                    foreach (var key in test.Operator is >= ConditionOperator.GreaterThan and <= ConditionOperator.LessOrEqual
                        ? VariableKey.For(test.Left, node.Procedure) : [])
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

    /// <summary>Tests each of which is sufficient to take the port.</summary>
    private static IEnumerable<(ConditionTest Test, bool Holds)> TestsOf(ControlFlowNode node, int port)
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

    private static IEnumerable<(ConditionTest Test, bool Holds)> OfTheOthers(ControlFlowNode node) =>
        node.Branches.Where(branch => branch.When is not null).ToList() is [var only] ? Sufficient(only.When!, holds: false) : [];

    private static IEnumerable<(ConditionTest Test, bool Holds)> Sufficient(ConditionNode condition, bool holds) => condition switch
    {
        ConditionTest test => [(test, holds)],
        ConditionGroup group when group.All != holds || group.Children.Count == 1 => group.Children.SelectMany(child => Sufficient(child, holds)),
        _ => [],
    };
}
