namespace FlowEngine.Comparing.Statistics;

/// <summary>Sum over sum: a rate of turns, or what one engine spent over what the other did.</summary>
public sealed class RatioStatistic(double[] numerators, double[] denominators) : ClusterStatistic
{
    public override double Of(ReadOnlySpan<double> counts)
    {
        var below = WeightedSum.Of(counts, denominators);
        return below > 0 ? WeightedSum.Of(counts, numerators) / below : double.NaN;
    }

    public override double Acceleration(int clusters) => Skewness(Influences());

    /// <summary>What each conversation adds to the figure, to first order; the root of the sum of squares is the standard error.</summary>
    public double[] Influences()
    {
        var below = denominators.Sum();
        var ratio = numerators.Sum() / below;
        var influences = new double[numerators.Length];
        for (var i = 0; i < influences.Length; i++)
        {
            influences[i] = (numerators[i] - (ratio * denominators[i])) / below;
        }

        return influences;
    }
}
