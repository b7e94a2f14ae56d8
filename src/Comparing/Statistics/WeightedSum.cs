using System.Numerics;
using System.Runtime.InteropServices;

namespace FlowEngine.Comparing.Statistics;

internal static class WeightedSum
{
    public static double Of(ReadOnlySpan<double> counts, ReadOnlySpan<double> values)
    {
        var left = MemoryMarshal.Cast<double, Vector<double>>(counts);
        var right = MemoryMarshal.Cast<double, Vector<double>>(values);
        var sums = Vector<double>.Zero;
        for (var i = 0; i < left.Length; i++)
        {
            sums += left[i] * right[i];
        }

        var sum = Vector.Sum(sums);
        for (var i = left.Length * Vector<double>.Count; i < counts.Length; i++)
        {
            sum += counts[i] * values[i];
        }

        return sum;
    }
}
