using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Checking.Satisfiability;

/// <summary>Whether a comparison with a constant holds for all values of a class, for none, or (null) for some or an unknown part.</summary>
internal static class ValueClassTest
{
    /// <summary>No comparison that is decided here depends on the scope.</summary>
    private static readonly TextScope s_scope = new(
        new Variables(new VariableScope(new Dictionary<string, Value>()), new VariableScope(new Dictionary<string, Value>()), new(default, default, default, default)),
        "en",
        ["en"],
        "USD",
        TimeZoneInfo.Utc);

    public static bool? Holds(ConditionTest test, ValueClass shape) => shape.Kind switch
    {
        ValueClassKind.Exact => OfExact(test, shape.Sample),
        ValueClassKind.Numbers => IsOfNumbers(test.Operator) ? ConditionEvaluator.Holds(test, shape.Sample, s_scope) : null,
        ValueClassKind.List => OfList(test),
        ValueClassKind.Object => OfObject(test),
        _ => OfText(test, shape),
    };

    private static bool? OfExact(ConditionTest test, Value value)
    {
        var needsZone = IsOrder(test.Operator) && value.Kind == ValueKind.Text && test.Right.Any(operand => operand.Number is null);
        var needsLanguage = value.Text is { } text && NumberText.DependsOnLanguage(text);
        return needsZone || needsLanguage ? null : ConditionEvaluator.Holds(test, value, s_scope);
    }

    private static bool IsOrder(ConditionOperator op) => op is ConditionOperator.GreaterThan or ConditionOperator.GreaterOrEqual
        or ConditionOperator.LessThan or ConditionOperator.LessOrEqual or ConditionOperator.Between;

    private static bool IsOfNumbers(ConditionOperator op) => IsOrder(op)
        || op is ConditionOperator.Equals or ConditionOperator.NotEquals or ConditionOperator.In or ConditionOperator.IsSet or ConditionOperator.IsEmpty;

    private static bool? OfList(ConditionTest test) => test.Operator switch
    {
        ConditionOperator.IsSet => true,
        ConditionOperator.Equals or ConditionOperator.In => test.Right.Any(operand => operand.Literal.Kind == ValueKind.List) ? null : false,
        ConditionOperator.Contains or ConditionOperator.HasKeyword or ConditionOperator.Matches or ConditionOperator.NotEquals => null,
        _ => false,
    };

    private static bool? OfObject(ConditionTest test) => test.Operator switch
    {
        ConditionOperator.IsSet => true,
        ConditionOperator.Equals or ConditionOperator.In => test.Right.Any(operand => operand.Literal.Kind is ValueKind.Object or ValueKind.List) ? null : false,
        ConditionOperator.NotEquals => null,
        _ => false,
    };

    private static bool? OfText(ConditionTest test, ValueClass shape)
    {
        var folded = shape.Kind == ValueClassKind.FoldedText ? FoldedText.OfMarked(shape.Sample.Text!) : null;
        return test.Operator switch
        {
            ConditionOperator.IsSet => true,
            ConditionOperator.IsEmpty => shape.Kind == ValueClassKind.MarksOnly ? null : false,
            ConditionOperator.Equals => EqualsText(shape, test.Right[0].Literal),
            ConditionOperator.In => Any(test.Right.SelectMany(operand => operand.Literal.Kind == ValueKind.List ? operand.Literal.Items : [operand.Literal])
                .Select(value => EqualsText(shape, value))),
            ConditionOperator.Contains or ConditionOperator.StartsWith or ConditionOperator.EndsWith => PartOfText(test, shape, folded),
            ConditionOperator.HasKeyword => shape.Kind == ValueClassKind.MarksOnly ? false
                : folded is null ? null
                : test.Keywords!.LongestMatch(folded) > 0,
            ConditionOperator.Matches or ConditionOperator.NotEquals => null,
            _ when shape.Kind == ValueClassKind.MarksOnly => false,
            _ => OrderOfText(test, shape.Number),
        };
    }

    private static bool? EqualsText(ValueClass shape, Value right)
    {
        switch (right.Kind)
        {
            case ValueKind.Number:
                return shape.Number is { } number && number == right.Number;
            case ValueKind.Text or ValueKind.Boolean when !right.IsBlank:
                var named = new FoldedText(right.ToString());
                return named.Text.Length == 0 ? null
                    : shape.Kind != ValueClassKind.FoldedText || shape.Sample.Text != named.Marked ? false
                    : named.Pictures.Length == 0 ? true
                    : null;
            default:
                return right.IsBlank && shape.Kind == ValueClassKind.MarksOnly ? null : false;
        }
    }

    private static bool? PartOfText(ConditionTest test, ValueClass shape, FoldedText? folded)
    {
        var right = test.Right[0].Literal;
        if (right.Kind is not (ValueKind.Text or ValueKind.Number or ValueKind.Boolean))
        {
            return false;
        }

        var part = new FoldedText(right.ToString());
        return part.Text.Length == 0 ? null
            : shape.Kind == ValueClassKind.MarksOnly ? false
            : folded is null ? null
            : !Has(test.Operator, folded.Text, part.Text) || !Has(test.Operator, folded.Marked, part.Marked) ? false
            : part.Pictures.Length == 0 ? true
            : null;
    }

    private static bool Has(ConditionOperator op, string text, string part) => op switch
    {
        ConditionOperator.Contains => text.Contains(part, StringComparison.Ordinal),
        ConditionOperator.StartsWith => text.StartsWith(part, StringComparison.Ordinal),
        _ => text.EndsWith(part, StringComparison.Ordinal),
    };

    /// <summary>Dates compare by the tenant's time zone, which is not known here.</summary>
    private static bool? OrderOfText(ConditionTest test, decimal? number) =>
        test.Right.Any(operand => operand.Number is null) ? null
        : number is { } known && ConditionEvaluator.Holds(test, Value.Of(known), s_scope);

    private static bool? Any(IEnumerable<bool?> results)
    {
        bool? any = false;
        foreach (var result in results)
        {
            if (result == true)
            {
                return true;
            }

            any = result is null ? null : any;
        }

        return any;
    }
}
