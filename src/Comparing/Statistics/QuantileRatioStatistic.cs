namespace FlowEngine.Comparing.Statistics;

/// <summary>A quantile of one engine's turns over that of the other's.</summary>
public sealed class QuantileRatioStatistic(SortedTurns above, SortedTurns below, double share) : ClusterStatistic
{
    private readonly QuantilePlace _above = above.At(share);
    private readonly QuantilePlace _below = below.At(share);

    public override double Of(ReadOnlySpan<double> counts)
    {
        var divisor = below.Quantile(counts, _below);
        return divisor > 0 ? above.Quantile(counts, _above) / divisor : double.NaN;
    }

    /// <summary>Leaving one out says nothing of a quantile's skewness.</summary>
    public override double Acceleration(int clusters) => 0;
}
