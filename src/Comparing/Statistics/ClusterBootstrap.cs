namespace FlowEngine.Comparing.Statistics;

/// <summary>
/// Draws as many conversations as there are, with replacement, again and again; a conversation's turns always come together,
/// so turns that depend on one another don't pass for more than they are. All figures are read off the same draws.
/// </summary>
public static class ClusterBootstrap
{
    public static BootstrapDistribution[] Run(int clusters, IReadOnlyList<ClusterStatistic> statistics, BootstrapOptions options)
    {
        var resampled = new double[statistics.Count][];
        for (var s = 0; s < statistics.Count; s++)
        {
            resampled[s] = new double[options.Resamples];
        }

        var counts = new double[clusters];
        var random = new SeededRandom(options.Seed);
        for (var r = 0; r < options.Resamples; r++)
        {
            Draw(counts, random);
            for (var s = 0; s < resampled.Length; s++)
            {
                resampled[s][r] = statistics[s].Of(counts);
            }
        }

        Array.Fill(counts, 1);
        return [.. statistics.Select((statistic, s) => new BootstrapDistribution(statistic.Of(counts), resampled[s], statistic.Acceleration(clusters)))];
    }

    private static void Draw(double[] counts, SeededRandom random)
    {
        Array.Clear(counts);
        for (var i = 0; i < counts.Length; i++)
        {
            counts[random.Below(counts.Length)]++;
        }
    }
}
