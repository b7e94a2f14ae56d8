using MathNet.Numerics.Distributions;

namespace FlowEngine.Comparing.Statistics;

/// <summary>
/// Intervals of rates of which few events were seen. Resampling cannot draw what never happened: of five failures on one side and
/// none on the other every resample has none there. Where fewer than <see cref="Few"/> events stand behind a figure its
/// interval is therefore never narrower than these.
/// </summary>
public static class RareEvents
{
    public const int Few = 30;

    /// <summary>Clopper and Pearson's interval with the sample's effective size (Korn and Graubard, 1998).</summary>
    public static Interval Rate(ObservedRate rate, double outside)
    {
        var events = rate.Value * rate.EffectiveSize;
        return new(
            events <= 0 ? 0 : Beta.InvCDF(events, rate.EffectiveSize - events + 1, outside),
            events >= rate.EffectiveSize ? 1 : Beta.InvCDF(events + 1, rate.EffectiveSize - events, 1 - outside));
    }

    /// <summary>
    /// Agresti and Caffo's interval of the difference of two rates (2000): a yes and a no added to each.
    /// What a rate has more than a floor cannot be more than the rate.
    /// </summary>
    public static Interval Difference(ObservedRate rate, ObservedRate floor, double outside)
    {
        var (above, aboveVariance) = Added(rate);
        var (below, belowVariance) = Added(floor);
        var reach = -Normal.InvCDF(0, 1, outside) * Math.Sqrt(aboveVariance + belowVariance);
        return new(above - below - reach, Math.Min(above - below + reach, Rate(rate, outside).High));
    }

    /// <summary>Bonett and Price's interval of the difference of paired rates (2012): a pair added to those that differ either way.</summary>
    /// <param name="onlyFirst">Pairs where only the first said yes.</param>
    /// <param name="onlySecond">Pairs where only the second said yes.</param>
    /// <param name="designEffect">How many times larger the conversations make the variance; at least 1.</param>
    public static Interval PairedDifference(double onlyFirst, double onlySecond, double pairs, double designEffect, double outside)
    {
        var first = (onlyFirst + 1) / (pairs + 2);
        var second = (onlySecond + 1) / (pairs + 2);
        var variance = (first + second - ((first - second) * (first - second))) / (pairs + 2);
        var reach = -Normal.InvCDF(0, 1, outside) * Math.Sqrt(variance * Math.Max(1, designEffect));
        return new(first - second - reach, first - second + reach);
    }

    private static (double Rate, double Variance) Added(ObservedRate rate)
    {
        var size = rate.EffectiveSize + 2;
        var added = ((rate.Value * rate.EffectiveSize) + 1) / size;
        return (added, added * (1 - added) / size);
    }
}
