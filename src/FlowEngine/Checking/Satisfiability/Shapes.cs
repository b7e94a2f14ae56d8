using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Checking.Satisfiability;

/// <summary>Shapes that together are all the values a variable may have, as fine as the comparisons need them.</summary>
internal static class Shapes
{
    /// <summary>The variable is not set.</summary>
    public static ValueShape Nothing { get; } = Exact(Value.Null);

    private static readonly ValueShape s_emptyText = Exact(Value.Of(""));

    private static readonly IReadOnlyList<ValueShape> s_single =
    [
        Nothing, s_emptyText, Exact(Value.Of(true)), Exact(Value.Of(false)), Exact(Value.EmptyList), Exact(Value.Object()),
        new(ShapeKind.List, Value.Null), new(ShapeKind.Object, Value.Null),
    ];

    /// <summary>Null where they cannot be told.</summary>
    /// <param name="literals">Plain comparisons of one variable.</param>
    public static IReadOnlyList<ValueShape>? Of(VariablePath path, IReadOnlyList<Literal> literals)
    {
        if (Bounds.Samples(literals) is not { } numbers)
        {
            return null;
        }

        return path.Root is VariableRoot.Message or VariableRoot.Now && path.Segments.Count == 0
            ? [Nothing, s_emptyText, .. Texts(literals, numbers)]
            : [.. s_single, .. Numbers(numbers), .. Texts(literals, numbers)];
    }

    public static ValueShape Exact(Value value) => new(ShapeKind.Exact, value);

    /// <summary>Of a variable that is a number; null where they cannot be told.</summary>
    public static IReadOnlyList<ValueShape>? OfNumbers(IReadOnlyList<Literal> literals) =>
        Bounds.Samples(literals) is { } numbers ? [.. Numbers(numbers)] : null;

    private static IEnumerable<ValueShape> Numbers(IReadOnlyList<decimal> samples) =>
        samples.Select(sample => new ValueShape(ShapeKind.Numbers, Value.Of(sample)));

    private static IEnumerable<ValueShape> Texts(IReadOnlyList<Literal> literals, IReadOnlyList<decimal> numbers)
    {
        var folds = literals
            .Where(literal => literal.Test.Operator is ConditionOperator.Equals or ConditionOperator.In)
            .SelectMany(literal => literal.Test.Right)
            .SelectMany(operand => operand.Literal.Kind == ValueKind.List ? operand.Literal.Items : [operand.Literal])
            .Where(value => value.Kind is ValueKind.Text or ValueKind.Boolean)
            .Select(value => new FoldedText(value.ToString()))
            .Where(text => text.Text.Length > 0)
            .Select(text => text.Marked)
            .Distinct(StringComparer.Ordinal);
        yield return new(ShapeKind.MarksOnly, Value.Null);
        foreach (var shape in OfAnyNumber(new(ShapeKind.OtherText, Value.Null), numbers))
        {
            yield return shape;
        }

        foreach (var fold in folds)
        {
            // What is a number when read has a digit, and a digit is still there when folded.
            var named = new ValueShape(ShapeKind.FoldedText, Value.Of(fold));
            foreach (var shape in fold.Any(char.IsAsciiDigit) ? OfAnyNumber(named, numbers) : [named])
            {
                yield return shape;
            }
        }
    }

    private static IEnumerable<ValueShape> OfAnyNumber(ValueShape text, IReadOnlyList<decimal> numbers) =>
        numbers.Select(number => text with { Number = number }).Prepend(text);
}
