using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>
/// How values compare: as numbers where one is a number and the other can be read as one; texts folded, or as they are
/// (but for case) where folding leaves nothing of the right one, such as "?"; lists item by item.
/// </summary>
internal static class Comparison
{
    public static bool AreEqual(Value left, Value right, TextScope scope)
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
            return left.Items.Count == right.Items.Count &&
                left.Items.Zip(right.Items).All(pair => AreEqual(pair.First, pair.Second, scope));
        }

        if (left.Kind is ValueKind.List or ValueKind.Object || right.Kind is ValueKind.List or ValueKind.Object)
        {
            return left == right;
        }

        return Texts(left, right, scope, static (text, part) => text == part);
    }

    /// <summary>A part of a text, or an item of a list.</summary>
    public static bool Contains(Value left, Value right, TextScope scope) => left.Kind switch
    {
        ValueKind.List => left.Items.Any(item => AreEqual(item, right, scope)),
        _ => Texts(left, right, scope, static (text, part) => text.Contains(part, StringComparison.Ordinal)),
    };

    public static bool StartsWith(Value left, Value right, TextScope scope) =>
        Texts(left, right, scope, static (text, part) => text.StartsWith(part, StringComparison.Ordinal));

    public static bool EndsWith(Value left, Value right, TextScope scope) =>
        Texts(left, right, scope, static (text, part) => text.EndsWith(part, StringComparison.Ordinal));

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

    private static bool Texts(Value left, Value right, TextScope scope, Func<string, string, bool> holds)
    {
        if (left.Kind is ValueKind.Null or ValueKind.Object or ValueKind.List || right.IsEmpty || right.Kind is ValueKind.Object or ValueKind.List)
        {
            return false;
        }

        var text = left.ToString();
        var part = right.ToString();
        var foldedPart = TextFold.Fold(part);
        return foldedPart.Length > 0
            ? holds(scope.Fold(text).Text, foldedPart)
            : holds(text.Trim().ToUpperInvariant(), part.Trim().ToUpperInvariant());
    }
}
