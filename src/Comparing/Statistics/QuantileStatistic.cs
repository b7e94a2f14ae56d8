namespace FlowEngine.Comparing.Statistics;

/// <summary>A quantile of turns; of the differences of pairs, its median is the paired median difference.</summary>
public sealed class QuantileStatistic(SortedTurns turns, double share) : ClusterStatistic
{
    private readonly QuantilePlace _place = turns.At(share);

    public override double Of(ReadOnlySpan<double> counts) => turns.Quantile(counts, _place);

    /// <summary>Leaving one out says nothing of a quantile's skewness.</summary>
    public override double Acceleration(int clusters) => 0;
}
