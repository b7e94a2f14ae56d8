using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>
/// How values compare: as numbers where one is a number and the other can be read as one; texts folded, with the signs that change what
/// they say (<c>C#</c> is not <c>C</c>), or as they are (but for case) where folding leaves nothing of the right one, such as "?";
/// lists item by item.
/// </summary>
internal static class Comparison
{
    /// <param name="written">Where the right side stands in the flow: there a number in a text is written as in JSON, whatever the language.</param>
    public static bool AreEqual(Value left, Value right, TextScope scope, ConditionOperand? written = null)
    {
        if (left.IsBlank || right.IsBlank)
        {
            return left.IsBlank && right.IsBlank;
        }

        if (left.Kind == ValueKind.Number || right.Kind == ValueKind.Number)
        {
            return NumberText.Of(left, scope.Language) is { } number && NumberOf(right, scope, written) is { } other && number == other;
        }

        if (left.Kind == ValueKind.List && right.Kind == ValueKind.List)
        {
            return AreEqual(left.Items, right.Items, scope);
        }

        if (left.Kind is ValueKind.List or ValueKind.Object || right.Kind is ValueKind.List or ValueKind.Object)
        {
            return left == right;
        }

        return Texts(left, right, scope, written, static (text, part) => text == part, isWhole: true);
    }

    /// <summary>A part of a text, or an item of a list.</summary>
    public static bool Contains(Value left, Value right, TextScope scope, ConditionOperand? written = null) => left.Kind switch
    {
        ValueKind.List => AnyEquals(left.Items, right, scope, written),
        _ => Texts(left, right, scope, written, static (text, part) => text.Contains(part, StringComparison.Ordinal)),
    };

    public static bool StartsWith(Value left, Value right, TextScope scope, ConditionOperand? written = null) =>
        Texts(left, right, scope, written, static (text, part) => text.StartsWith(part, StringComparison.Ordinal));

    public static bool EndsWith(Value left, Value right, TextScope scope, ConditionOperand? written = null) =>
        Texts(left, right, scope, written, static (text, part) => text.EndsWith(part, StringComparison.Ordinal));

    /// <summary>Below, at or above zero, by number or by ISO date; null where neither fits, which no comparison satisfies.</summary>
    public static int? Order(Value left, Value right, TextScope scope)
    {
        if (NumberText.Of(left, scope.Language) is { } number && NumberText.Of(right, scope.Language) is { } other)
        {
            return number.CompareTo(other);
        }

        return Dates.TryRead(left, scope.TimeZone, out var date) && Dates.TryRead(right, scope.TimeZone, out var otherDate)
            ? date.CompareTo(otherDate)
            : null;
    }

    public static bool AnyEquals(IReadOnlyList<Value> items, Value right, TextScope scope, ConditionOperand? written = null)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (AreEqual(items[i], right, scope, written))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreEqual(IReadOnlyList<Value> left, IReadOnlyList<Value> right, TextScope scope) =>
        left.Count == right.Count && left.Zip(right).All(pair => AreEqual(pair.First, pair.Second, scope));

    private static decimal? NumberOf(Value right, TextScope scope, ConditionOperand? written) =>
        written is { Template: null } ? right.Number : NumberText.Of(right, scope.Language);

    private static bool Texts(
        Value left, Value right, TextScope scope, ConditionOperand? written, Func<string, string, bool> holds, bool isWhole = false)
    {
        if (!IsScalar(left) || !IsScalar(right))
        {
            return false;
        }

        var text = left.ToString();
        var part = written?.Folded ?? new FoldedText(right.ToString());
        if (part.Text.Length > 0)
        {
            var folded = scope.Fold(text);
            return isWhole
                ? folded.IsSame(part)
                : holds(folded.Text, part.Text) && holds(folded.Marked, part.Marked) && folded.Pictures.Contains(part.Pictures, StringComparison.Ordinal);
        }

        var plain = UnicodeText.Trim(right.ToString()).ToUpperInvariant();
        return plain.Length == 0
            ? UnicodeText.IsBlank(text)
            : holds(UnicodeText.Trim(text).ToUpperInvariant(), plain);
    }

    private static bool IsScalar(Value value) => value.Kind is ValueKind.Text or ValueKind.Number or ValueKind.Boolean;
}
