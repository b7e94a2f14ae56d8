using System.Globalization;
using FlowEngine.Checking.Satisfiability;
using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Checking.Symbolic;

/// <summary>Suggests texts that satisfy a test, or that do not.</summary>
internal static class MessageCandidates
{
    private static readonly string[] s_samples =
        ["A-1001", "ABC123", "12345", "1234", "123", "abc", "ayse@example.com", "+905321234567", "2030-06-15", "14:30", "yes", "no", "A1", "AB-123", "x"];

    /// <param name="key">The key of the constraint.</param>
    /// <param name="read">The value that the test sees for a message; null if the message gives none.</param>
    public static MessageConstraint Constraint(string key, ConditionTest test, bool holds, Func<string, Value?> read, bool isAnswer)
    {
        var (options, isWhole, position) = Of(test, holds);
        var isSame = holds ? test.Operator is ConditionOperator.Equals or ConditionOperator.In : test.Operator == ConditionOperator.NotEquals;
        return new(
            holds ? key : "!" + key,
            message => read(message) is { } value && TestEvaluation.Holds(test, value) == holds,
            options,
            isWhole || (isAnswer && options.Count > 0),
            IsComplete: isSame && !isAnswer,
            position);
    }

    private static (IReadOnlyList<string> Options, bool IsWhole, int Position) Of(ConditionTest test, bool holds)
    {
        List<string> literals = [.. test.Right.Where(operand => operand.Template is null).SelectMany(operand => Texts(operand.Literal))];
        return (test.Operator, holds) switch
        {
            (ConditionOperator.Equals or ConditionOperator.In, true) or (ConditionOperator.NotEquals, false) => (literals, true, 0),
            (ConditionOperator.Contains, true) => (literals, false, 0),
            (ConditionOperator.StartsWith, true) => (literals, false, -1),
            (ConditionOperator.EndsWith, true) => (literals, false, 1),
            (ConditionOperator.HasKeyword, true) => ([.. test.Keywords!.Keywords.Select(word => word.Trim().TrimEnd('*'))], false, 0),
            (ConditionOperator.Matches, true) => ([.. PatternSamples.For(test.Pattern!.ToString()), .. s_samples], true, 0),
            (ConditionOperator.GreaterThan or ConditionOperator.GreaterOrEqual or ConditionOperator.LessThan or ConditionOperator.LessOrEqual or ConditionOperator.Between, _) =>
                (Around(literals), true, 0),
            _ => ([], false, 0),
        };
    }

    private static IEnumerable<string> Texts(Value value) =>
        value.Kind == ValueKind.List ? value.Items.Select(item => item.ToString()) : [value.ToString()];

    private static List<string> Around(List<string> literals)
    {
        var numbers = literals.Select(text => Value.Of(text).Number).OfType<decimal>().SelectMany(number => new[] { number, number + 1, number - 1 }).ToList();
        return [.. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)), .. literals, "2099-01-01", "2001-01-01"];
    }
}
