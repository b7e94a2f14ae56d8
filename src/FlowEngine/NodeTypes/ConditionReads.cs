using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.NodeTypes;

/// <summary>What a condition reads. A test for being set or empty is no use, nor is what is reached only after such a test.</summary>
public static class ConditionReads
{
    public static IEnumerable<VariableRead> Of(ConditionNode node, string pointer)
    {
        var reads = new List<VariableRead>();
        Gather(node, pointer, [], reads);
        return reads;
    }

    /// <param name="known">Variables that are set where this part is reached.</param>
    private static void Gather(ConditionNode node, string pointer, IReadOnlyCollection<string> known, List<VariableRead> reads)
    {
        if (node is ConditionTest test)
        {
            Gather(test, pointer, known, reads);
            return;
        }

        if (node is not ConditionGroup group)
        {
            return;
        }

        var sure = new HashSet<string>(known, StringComparer.Ordinal);
        foreach (var child in group.Children)
        {
            Gather(child, pointer, sure, reads);
            if (child is ConditionTest { Operator: var op, Left: var left }
                && op == (group.All ? ConditionOperator.IsSet : ConditionOperator.IsEmpty) && left.Segments.Count == 0)
            {
                sure.Add(left.ToString());
            }
        }
    }

    private static void Gather(ConditionTest test, string pointer, IReadOnlyCollection<string> known, List<VariableRead> reads)
    {
        var isAsked = test.Operator is ConditionOperator.IsSet or ConditionOperator.IsEmpty;
        Add(test.Left, isAsked);
        foreach (var use in test.Right.SelectMany(operand => operand.Template?.Uses ?? []))
        {
            Add(use.Path, use.HasDefault);
        }

        void Add(VariablePath path, bool isOptional)
        {
            var isKnown = known.Contains(path.ToString()) || known.Contains((path with { Segments = [] }).ToString());
            reads.Add(new(path, pointer, isOptional || isKnown ? ReadKind.Optional : ReadKind.Tested));
        }
    }
}
