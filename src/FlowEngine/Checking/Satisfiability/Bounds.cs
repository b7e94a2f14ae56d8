using FlowEngine.Conversations;

namespace FlowEngine.Checking.Satisfiability;

/// <summary>The numbers that comparisons name, and one of each gap between them.</summary>
internal static class Bounds
{
    private const decimal Largest = 1_000_000_000_000_000;
    private const int Places = 9;

    /// <summary>
    /// Numbers that stand for all there are: each bound, and one between each two neighbours and beyond the outermost.
    /// Null where rounding leaves that in doubt.
    /// </summary>
    public static IReadOnlyList<decimal>? Samples(IEnumerable<Literal> literals)
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
