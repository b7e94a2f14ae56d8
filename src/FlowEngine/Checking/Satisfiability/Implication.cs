using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Checking.Satisfiability;

/// <summary>Finds a comparison that must be false although those that must be true imply it.</summary>
internal static class Implication
{
    /// <summary>Every value that contains a required keyword contains a forbidden one.</summary>
    public static bool ByKeywords(IReadOnlyList<Literal> literals)
    {
        var forbidden = literals.Where(literal => !literal.Holds).SelectMany(literal => literal.Test.Keywords?.Keywords ?? []).ToList();
        if (forbidden.Count == 0 || !literals.Any(literal => literal is { Holds: true, Test.Keywords: not null }))
        {
            return false;
        }

        var matcher = new KeywordMatcher(forbidden);
        return literals.Any(literal => literal is { Holds: true, Test.Keywords: { } needed } && matcher.Includes(needed));
    }

    /// <summary>Every text with a required part contains a forbidden one; lists are not texts.</summary>
    public static bool ByParts(IReadOnlyList<Literal> literals) =>
        literals.Any(must => must.Holds && literals.Any(mustNot => !mustNot.Holds && Parts(must.Test, mustNot.Test)));

    /// <summary>A text that satisfies the first comparison satisfies the second.</summary>
    private static bool Parts(ConditionTest must, ConditionTest mustNot)
    {
        if (Part(must) is not { } given || Part(mustNot) is not { } excluded)
        {
            return false;
        }

        return mustNot.Operator switch
        {
            ConditionOperator.Contains => Has(given, excluded, static (text, part) => text.Contains(part, StringComparison.Ordinal)),
            ConditionOperator.StartsWith => must.Operator == ConditionOperator.StartsWith
                && Has(given, excluded, static (text, part) => text.StartsWith(part, StringComparison.Ordinal)),
            _ => must.Operator == ConditionOperator.EndsWith
                && Has(given, excluded, static (text, part) => text.EndsWith(part, StringComparison.Ordinal)),
        };
    }

    private static bool Has(FoldedText text, FoldedText part, Func<string, string, bool> has) =>
        has(text.Text, part.Text) && has(text.Marked, part.Marked) && text.Pictures.Contains(part.Pictures, StringComparison.Ordinal);

    /// <summary>The folded operand; null if the test is not about a part of a text.</summary>
    private static FoldedText? Part(ConditionTest test) =>
        test.Operator is ConditionOperator.Contains or ConditionOperator.StartsWith or ConditionOperator.EndsWith
        && test.Right[0] is { Template: null, Literal: { Kind: ValueKind.Text or ValueKind.Number or ValueKind.Boolean } literal }
        && new FoldedText(literal.ToString()) is { Text.Length: > 0 } folded
            ? folded
            : null;
}
