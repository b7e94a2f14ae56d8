namespace FlowEngine.Comparing.Statistics;

/// <summary>A quantile of one engine's turns over that of the other's.</summary>
public sealed class QuantileRatioStatistic(SortedTurns above, SortedTurns below, double share) : ClusterStatistic
{
    public override double Of(ReadOnlySpan<double> counts)
    {
        var divisor = below.Quantile(counts, share);
        return divisor > 0 ? above.Quantile(counts, share) / divisor : double.NaN;
    }

    /// <summary>Leaving one out says nothing of a quantile's skewness.</summary>
    public override double Acceleration(int clusters) => 0;
}
