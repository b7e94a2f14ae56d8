namespace FlowEngine.Comparing.Statistics;

/// <summary>One rate less another of the same conversations, drawn together: what both share cancels out.</summary>
public sealed class DifferenceStatistic(RatioStatistic rate, RatioStatistic floor) : ClusterStatistic
{
    public override double Of(ReadOnlySpan<double> counts) => rate.Of(counts) - floor.Of(counts);

    public override double Acceleration(int clusters)
    {
        var influences = rate.Influences();
        var below = floor.Influences();
        for (var i = 0; i < influences.Length; i++)
        {
            influences[i] -= below[i];
        }

        return Skewness(influences);
    }
}
