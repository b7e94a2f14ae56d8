using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Testing.Observing;

/// <summary>Says of a node's guards what they compare, with the values that they have now.</summary>
internal static class GuardReader
{
    private static readonly Dictionary<ConditionOperator, string> s_names = ConditionOperators.ByName.ToDictionary(name => name.Value, name => name.Key);

    public static IReadOnlyList<ObservedBranch> Read(object configuration, TextScope scope)
    {
        var branches = new List<ObservedBranch>();
        var order = BranchesOf.OrderOf(configuration);
        foreach (var branch in BranchesOf.Configuration(configuration))
        {
            var held = branch.When is { } guard ? ConditionEvaluator.Holds(guard, scope) : branches.TrueForAll(other => !other.Held);
            branches.Add(new(branch.Pointer, held, [.. Tests(branch.When, scope)]));
            if (held && order == BranchOrder.First)
            {
                break;
            }
        }

        return branches;
    }

    private static IEnumerable<ObservedTest> Tests(ConditionNode? node, TextScope scope) => node switch
    {
        ConditionGroup group => group.Children.SelectMany(child => Tests(child, scope)),
        ConditionTest test => [Test(test, scope)],
        _ => [],
    };

    private static ObservedTest Test(ConditionTest test, TextScope scope)
    {
        IReadOnlyList<Value> right = test.Keywords is { } keywords ? [.. keywords.Keywords.Select(Value.Of)]
            : test.Pattern is { } pattern ? [Value.Of(pattern.ToString())]
            : [.. test.Right.Select(operand => operand.Resolve(scope))];
        return new(
            test.Left.ToString(), s_names[test.Operator], right, scope.Variables.Resolve(test.Left), ConditionEvaluator.Holds(test, scope));
    }
}
