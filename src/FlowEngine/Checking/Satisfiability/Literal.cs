using FlowEngine.Text;

namespace FlowEngine.Checking.Satisfiability;

/// <summary>A comparison that must hold, or must not.</summary>
/// <param name="Key">Two tests with the same key have the same result, whatever the variables are.</param>
internal sealed record Literal(ConditionTest Test, bool Holds, string Key)
{
    public static Literal Of(ConditionTest test, bool holds) => new(test, holds, KeyOf(test));

    /// <summary>The right side is written out, so that the test depends on the left one alone.</summary>
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
