using FlowEngine.Conversations;

namespace FlowEngine.Checking.Satisfiability;

/// <summary>Sample numbers: every bound that the comparisons name, and one number from each interval between them.</summary>
internal static class NumberSamples
{
    private const decimal Largest = 1_000_000_000_000_000;
    private const int Places = 9;

    /// <summary>
    /// Numbers that represent all numbers: each bound, one between each two neighbours, and one beyond each end.
    /// Null if rounding could make that wrong.
    /// </summary>
    public static IReadOnlyList<decimal>? For(IEnumerable<Literal> literals)
    {
        var bounds = literals
            .SelectMany(literal => literal.Test.Right)
            .SelectMany(operand => NumbersIn(operand.Literal))
            .Distinct()
            .Order()
            .ToList();
        if (bounds.Count == 0)
        {
            return [0];
        }

        if (bounds.Exists(bound => Math.Abs(bound) > Largest || decimal.Round(bound, Places) != bound))
        {
            return null;
        }

        return [.. bounds, .. bounds.Zip(bounds.Skip(1), (low, high) => (low + high) / 2), bounds[0] - 1, bounds[^1] + 1];
    }

    private static IEnumerable<decimal> NumbersIn(Value value) =>
        value.Number is { } number ? [number] : value.Items.Select(item => item.Number).OfType<decimal>();
}
