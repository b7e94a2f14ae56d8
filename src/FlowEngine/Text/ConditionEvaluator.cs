using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>Whether a condition holds; total over all values.</summary>
internal static class ConditionEvaluator
{
    public static bool Holds(ConditionNode node, TextScope scope) => node switch
    {
        ConditionGroup { All: true } group => HoldsAll(group, scope),
        ConditionGroup group => HoldsAny(group, scope),
        ConditionTest test => Holds(test, scope),
        _ => false,
    };

    private static bool HoldsAll(ConditionGroup group, TextScope scope)
    {
        for (var i = 0; i < group.Children.Count; i++)
        {
            if (!Holds(group.Children[i], scope))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HoldsAny(ConditionGroup group, TextScope scope)
    {
        for (var i = 0; i < group.Children.Count; i++)
        {
            if (Holds(group.Children[i], scope))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(ConditionTest test, TextScope scope)
    {
        var left = scope.Variables.Resolve(test.Left);
        switch (test.Operator)
        {
            case ConditionOperator.IsSet:
                return left.Kind != ValueKind.Null;
            case ConditionOperator.IsEmpty:
                return left.IsEmpty || (left.Text is { } text && string.IsNullOrWhiteSpace(text));
            case ConditionOperator.HasKeyword:
                return AnyText(left, scope, (item, scope) => test.Keywords!.LongestMatch(scope.Fold(item)) > 0);
            case ConditionOperator.Matches:
                return AnyText(left, scope, (item, _) => test.Pattern!.IsMatch(item));
            case ConditionOperator.In:
                return IsIn(left, test.Right, scope);
            case ConditionOperator.Between:
                return Comparison.Order(left, test.Right[0].Resolve(scope), scope) >= 0
                    && Comparison.Order(left, test.Right[1].Resolve(scope), scope) <= 0;
            default:
                return Holds(test.Operator, left, test.Right[0].Resolve(scope), scope);
        }
    }

    private static bool Holds(ConditionOperator op, Value left, Value right, TextScope scope) => op switch
    {
        ConditionOperator.Equals => Comparison.AreEqual(left, right, scope),
        ConditionOperator.NotEquals => !Comparison.AreEqual(left, right, scope),
        ConditionOperator.Contains => Comparison.Contains(left, right, scope),
        ConditionOperator.StartsWith => Comparison.StartsWith(left, right, scope),
        ConditionOperator.EndsWith => Comparison.EndsWith(left, right, scope),
        ConditionOperator.GreaterThan => Comparison.Order(left, right, scope) > 0,
        ConditionOperator.GreaterOrEqual => Comparison.Order(left, right, scope) >= 0,
        ConditionOperator.LessThan => Comparison.Order(left, right, scope) < 0,
        ConditionOperator.LessOrEqual => Comparison.Order(left, right, scope) <= 0,
        _ => false,
    };

    private static bool IsIn(Value left, IReadOnlyList<ConditionOperand> operands, TextScope scope)
    {
        for (var i = 0; i < operands.Count; i++)
        {
            var value = operands[i].Resolve(scope);
            var found = value.Kind == ValueKind.List
                ? value.Items.Any(item => Comparison.AreEqual(left, item, scope))
                : Comparison.AreEqual(left, value, scope);
            if (found)
            {
                return true;
            }
        }

        return false;
    }

    private static bool AnyText(Value left, TextScope scope, Func<string, TextScope, bool> holds) => left.Kind switch
    {
        ValueKind.Null or ValueKind.Object => false,
        ValueKind.List => left.Items.Any(item => item.Kind is not (ValueKind.List or ValueKind.Object) && holds(item.ToString(), scope)),
        _ => holds(left.ToString(), scope),
    };
}
