namespace FlowEngine.Comparing.Statistics;

/// <summary>A figure of a sample of conversations, in which each may stand several times or not at all.</summary>
public abstract class ClusterStatistic
{
    private const int MostForJackknife = 500;

    /// <param name="counts">By conversation: how often it is in the sample.</param>
    /// <returns>NaN where the sample has no such figure.</returns>
    public abstract double Of(ReadOnlySpan<double> counts);

    /// <summary>Efron's acceleration: the skewness of what each conversation adds to the figure, by leaving one out. 0 in large samples, where it hardly matters.</summary>
    public virtual double Acceleration(int clusters)
    {
        if (clusters > MostForJackknife)
        {
            return 0;
        }

        var counts = new double[clusters];
        Array.Fill(counts, 1);
        var without = new double[clusters];
        for (var i = 0; i < clusters; i++)
        {
            counts[i] = 0;
            without[i] = Of(counts);
            counts[i] = 1;
        }

        var mean = without.Average();
        return Skewness(Array.ConvertAll(without, value => mean - value));
    }

    /// <summary>Of influences that add up to nothing: a sixth of their third moment over their second to the power of 3/2.</summary>
    protected static double Skewness(ReadOnlySpan<double> influences)
    {
        var (squares, cubes) = (0.0, 0.0);
        foreach (var influence in influences)
        {
            squares += influence * influence;
            cubes += influence * influence * influence;
        }

        return squares > 0 && double.IsFinite(cubes) ? cubes / (6 * Math.Pow(squares, 1.5)) : 0;
    }
}
