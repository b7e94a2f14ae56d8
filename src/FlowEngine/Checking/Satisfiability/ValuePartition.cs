using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Checking.Satisfiability;

/// <summary>Splits all values that a variable may have into classes that the comparisons cannot tell apart.</summary>
internal static class ValuePartition
{
    /// <summary>The variable is not set.</summary>
    public static ValueClass Unset { get; } = Exact(Value.Null);

    private static readonly ValueClass s_emptyText = Exact(Value.Of(""));

    private static readonly IReadOnlyList<ValueClass> s_single =
    [
        Unset, s_emptyText, Exact(Value.Of(true)), Exact(Value.Of(false)), Exact(Value.EmptyList), Exact(Value.Object()),
        new(ValueClassKind.List, Value.Null), new(ValueClassKind.Object, Value.Null),
    ];

    /// <summary>Null if the numbers cannot be sampled safely.</summary>
    /// <param name="literals">Comparisons of one variable with constants.</param>
    public static IReadOnlyList<ValueClass>? For(VariablePath path, IReadOnlyList<Literal> literals)
    {
        if (NumberSamples.For(literals) is not { } numbers)
        {
            return null;
        }

        return path.Root is VariableRoot.Message or VariableRoot.Now && path.Segments.Count == 0
            ? [Unset, s_emptyText, .. Texts(literals, numbers)]
            : [.. s_single, .. Numbers(numbers), .. Texts(literals, numbers)];
    }

    public static ValueClass Exact(Value value) => new(ValueClassKind.Exact, value);

    /// <summary>The partition of a numeric variable; null if the numbers cannot be sampled safely.</summary>
    public static IReadOnlyList<ValueClass>? ForNumbers(IReadOnlyList<Literal> literals) =>
        NumberSamples.For(literals) is { } numbers ? [.. Numbers(numbers)] : null;

    private static IEnumerable<ValueClass> Numbers(IReadOnlyList<decimal> samples) =>
        samples.Select(sample => new ValueClass(ValueClassKind.Numbers, Value.Of(sample)));

    private static IEnumerable<ValueClass> Texts(IReadOnlyList<Literal> literals, IReadOnlyList<decimal> numbers)
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
        yield return new(ValueClassKind.MarksOnly, Value.Null);
        foreach (var shape in OfAnyNumber(new(ValueClassKind.OtherText, Value.Null), numbers))
        {
            yield return shape;
        }

        foreach (var fold in folds)
        {
            // A text that reads as a number contains a digit, and folding keeps digits.
            var named = new ValueClass(ValueClassKind.FoldedText, Value.Of(fold));
            foreach (var shape in fold.Any(char.IsAsciiDigit) ? OfAnyNumber(named, numbers) : [named])
            {
                yield return shape;
            }
        }
    }

    private static IEnumerable<ValueClass> OfAnyNumber(ValueClass text, IReadOnlyList<decimal> numbers) =>
        numbers.Select(number => text with { Number = number }).Prepend(text);
}
