using FlowEngine.Text;

namespace FlowEngine.Checking.Satisfiability;

/// <summary>A comparison, or its negation.</summary>
/// <param name="Key">Two tests with the same key have the same result, whatever the variables are.</param>
internal sealed record Literal(ConditionTest Test, bool Holds, string Key)
{
    public static Literal From(ConditionTest test, bool holds) => new(test, holds, KeyOf(test));

    /// <summary>The right side is constant, so the test depends on one variable only.</summary>
    public bool IsPlain => Test.Right.All(operand => operand.Template is null);

    private static string KeyOf(ConditionTest test)
    {
        var right = test.Right.Select(operand => operand.Template is { } template ? $"t{template.Source}" : $"v{operand.Literal.ToJson()}");
        return string.Join('\u0001', right
            .Concat(test.Keywords?.Keywords ?? [])
            .Append(test.Pattern?.ToString() ?? "")
            .Prepend(test.Operator.ToString())
            .Prepend(test.Left.ToString()));
    }
}
