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

    private static bool Holds(ConditionTest test, TextScope scope) => Holds(test, scope.Variables.Resolve(test.Left), scope);

    /// <summary>Whether it would hold if this were the left side.</summary>
    public static bool Holds(ConditionTest test, Value left, TextScope scope)
    {
        switch (test.Operator)
        {
            case ConditionOperator.IsSet:
                return left.Kind != ValueKind.Null;
            case ConditionOperator.IsEmpty:
                return left.IsBlank;
            case ConditionOperator.HasKeyword:
                return AnyText(left, test, scope, static (item, test, scope) => test.Keywords!.LongestMatch(scope.Fold(item)) > 0);
            case ConditionOperator.Matches:
                return AnyText(left, test, scope, static (item, test, _) => SafePattern.IsMatch(test.Pattern!, item));
            case ConditionOperator.In:
                return IsIn(left, test.Right, scope);
            case ConditionOperator.Between:
                return Order(left, test.Right[0], scope) >= 0 && Order(left, test.Right[1], scope) <= 0;
            default:
                return Holds(test.Operator, left, test.Right[0], scope);
        }
    }

    private static bool Holds(ConditionOperator op, Value left, ConditionOperand operand, TextScope scope)
    {
        if (op is ConditionOperator.GreaterThan or ConditionOperator.GreaterOrEqual or ConditionOperator.LessThan or ConditionOperator.LessOrEqual)
        {
            var order = Order(left, operand, scope);
            return op switch
            {
                ConditionOperator.GreaterThan => order > 0,
                ConditionOperator.GreaterOrEqual => order >= 0,
                ConditionOperator.LessThan => order < 0,
                _ => order <= 0,
            };
        }

        var right = operand.Resolve(scope);
        return op switch
        {
            ConditionOperator.Equals => Comparison.AreEqual(left, right, scope, operand),
            ConditionOperator.NotEquals => !Comparison.AreEqual(left, right, scope, operand),
            ConditionOperator.Contains => Comparison.Contains(left, right, scope, operand),
            ConditionOperator.StartsWith => Comparison.StartsWith(left, right, scope, operand),
            ConditionOperator.EndsWith => Comparison.EndsWith(left, right, scope, operand),
            _ => false,
        };
    }

    private static int? Order(Value left, ConditionOperand operand, TextScope scope) =>
        operand.Number is { } number
            ? NumberText.Of(left, scope.Language)?.CompareTo(number)
            : Comparison.Order(left, operand.Resolve(scope), scope);

    private static bool IsIn(Value left, IReadOnlyList<ConditionOperand> operands, TextScope scope)
    {
        for (var i = 0; i < operands.Count; i++)
        {
            var value = operands[i].Resolve(scope);
            var found = value.Kind == ValueKind.List && left.Kind != ValueKind.List
                ? IsAmong(left, value.Items, operands[i].Template is null, scope)
                : Comparison.AreEqual(left, value, scope, operands[i]);
            if (found)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAmong(Value left, IReadOnlyList<Value> items, bool isWritten, TextScope scope)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (Comparison.AreEqual(left, items[i], scope, isWritten ? ConditionOperand.Of(items[i]) : null))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AnyText(Value left, ConditionTest test, TextScope scope, Func<string, ConditionTest, TextScope, bool> holds)
    {
        if (left.Kind != ValueKind.List)
        {
            return left.Kind is ValueKind.Text or ValueKind.Number or ValueKind.Boolean && holds(left.ToString(), test, scope);
        }

        for (var i = 0; i < left.Items.Count; i++)
        {
            if (left.Items[i].Kind is ValueKind.Text or ValueKind.Number or ValueKind.Boolean && holds(left.Items[i].ToString(), test, scope))
            {
                return true;
            }
        }

        return false;
    }
}
