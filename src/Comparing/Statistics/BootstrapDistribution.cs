using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace FlowEngine.Comparing.Statistics;

/// <summary>A figure and what it came to in the resamples.</summary>
public sealed class BootstrapDistribution
{
    private readonly double[] _sorted;
    private readonly double _bias;
    private readonly double _acceleration;

    /// <param name="resampled">In any order; NaN for samples without such a figure.</param>
    public BootstrapDistribution(double value, double[] resampled, double acceleration)
    {
        Value = value;
        _sorted = Array.FindAll(resampled, double.IsFinite);
        Array.Sort(_sorted);
        _acceleration = acceleration;
        _bias = Bias(value, _sorted);
        StandardError = _sorted.Length < 2 ? 0 : ArrayStatistics.StandardDeviation(_sorted);
        IsUsable = double.IsFinite(value) && _sorted.Length >= 0.95 * resampled.Length;
    }

    public double Value { get; }

    public double StandardError { get; }

    /// <summary>The figure exists in the sample and in nearly all resamples.</summary>
    public bool IsUsable { get; }

    /// <summary>Efron's bias-corrected and accelerated interval with the chance <paramref name="outside"/> beyond each of its ends.</summary>
    public Interval Bca(double outside) => new(At(Adjusted(outside)), At(Adjusted(1 - outside)));

    /// <summary>The plain percentile interval.</summary>
    public Interval Percentile(double outside) => new(At(outside), At(1 - outside));

    private double Adjusted(double share)
    {
        var shift = _bias + Normal.InvCDF(0, 1, share);
        return Normal.CDF(0, 1, _bias + (shift / (1 - (_acceleration * shift))));
    }

    /// <summary>Interpolated at (n + 1) share: Hyndman and Fan's sixth definition.</summary>
    private double At(double share) => SortedArrayStatistics.QuantileCustom(_sorted, share, QuantileDefinition.R6);

    private static double Bias(double value, double[] sorted)
    {
        var below = sorted.Count(other => other < value);
        var same = sorted.Count(other => other == value);
        var share = (below + (same / 2.0)) / Math.Max(1, sorted.Length);
        return Math.Clamp(Normal.InvCDF(0, 1, share), -1.5, 1.5);
    }
}
