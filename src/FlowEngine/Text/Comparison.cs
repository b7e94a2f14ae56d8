using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>
/// How values compare: as numbers where one is a number and the other can be read as one; texts folded, or as they are
/// (but for case) where folding leaves nothing of the right one, such as "?"; lists item by item.
/// </summary>
internal static class Comparison
{
    public static bool AreEqual(Value left, Value right, TextScope scope, string? foldedRight = null)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return left.IsEmpty && right.IsEmpty;
        }

        if (left.Kind == ValueKind.Number || right.Kind == ValueKind.Number)
        {
            return left.Number is { } number && right.Number is { } other && number == other;
        }

        if (left.Kind == ValueKind.List && right.Kind == ValueKind.List)
        {
            return AreEqual(left.Items, right.Items, scope);
        }

        if (left.Kind is ValueKind.List or ValueKind.Object || right.Kind is ValueKind.List or ValueKind.Object)
        {
            return left == right;
        }

        return Texts(left, right, scope, foldedRight, static (text, part) => text == part);
    }

    /// <summary>A part of a text, or an item of a list.</summary>
    public static bool Contains(Value left, Value right, TextScope scope, string? foldedRight = null) => left.Kind switch
    {
        ValueKind.List => AnyEquals(left.Items, right, scope, foldedRight),
        _ => Texts(left, right, scope, foldedRight, static (text, part) => text.Contains(part, StringComparison.Ordinal)),
    };

    public static bool StartsWith(Value left, Value right, TextScope scope, string? foldedRight = null) =>
        Texts(left, right, scope, foldedRight, static (text, part) => text.StartsWith(part, StringComparison.Ordinal));

    public static bool EndsWith(Value left, Value right, TextScope scope, string? foldedRight = null) =>
        Texts(left, right, scope, foldedRight, static (text, part) => text.EndsWith(part, StringComparison.Ordinal));

    /// <summary>Below, at or above zero, by number or by ISO date; null where neither fits, which no comparison satisfies.</summary>
    public static int? Order(Value left, Value right, TextScope scope)
    {
        if (left.Number is { } number && right.Number is { } other)
        {
            return number.CompareTo(other);
        }

        return Dates.TryRead(left, scope.TimeZone, out var date) && Dates.TryRead(right, scope.TimeZone, out var otherDate)
            ? date.CompareTo(otherDate)
            : null;
    }

    public static bool AnyEquals(IReadOnlyList<Value> items, Value right, TextScope scope, string? foldedRight = null)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (AreEqual(items[i], right, scope, foldedRight))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreEqual(IReadOnlyList<Value> left, IReadOnlyList<Value> right, TextScope scope) =>
        left.Count == right.Count && left.Zip(right).All(pair => AreEqual(pair.First, pair.Second, scope));

    private static bool Texts(Value left, Value right, TextScope scope, string? foldedRight, Func<string, string, bool> holds)
    {
        if (!IsScalar(left) || !IsScalar(right))
        {
            return false;
        }

        var text = left.ToString();
        foldedRight ??= TextFold.Fold(right.ToString());
        if (foldedRight.Length > 0)
        {
            return holds(scope.Fold(text).Text, foldedRight);
        }

        var part = right.ToString().Trim().ToUpperInvariant();
        return part.Length == 0
            ? string.IsNullOrWhiteSpace(text)
            : holds(text.Trim().ToUpperInvariant(), part);
    }

    private static bool IsScalar(Value value) => value.Kind is ValueKind.Text or ValueKind.Number or ValueKind.Boolean;
}
