using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Tests.Statistics;

/// <summary>Against the examples of Efron and Tibshirani, "An Introduction to the Bootstrap" (1993).</summary>
public sealed class BootstrapTests
{
    private static readonly double[] s_treatedMice = [94, 197, 16, 38, 99, 141, 23];

    private static readonly double[] s_spatialTest =
        [48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41];

    private static readonly BootstrapOptions s_many = new(50_000, 7);

    // Table 2.2: the standard error for infinitely many resamples is 23.36 for the mean, 37.83 for the median.
    [Fact]
    public void StandardError_OfMouseData_IsAsPublished()
    {
        var once = Enumerable.Repeat(1.0, s_treatedMice.Length).ToArray();
        var sorted = new SortedTurns([.. s_treatedMice.Select((value, i) => (value, 1.0, i))], s_treatedMice.Length);

        var found = ClusterBootstrap.Run(s_treatedMice.Length, [new RatioStatistic(s_treatedMice, once), new QuantileStatistic(sorted, 0.5)], s_many);

        Assert.Equal(86.86, found[0].Value, 2);
        Assert.InRange(found[0].StandardError, 23.36 - 0.3, 23.36 + 0.3);
        Assert.Equal(94, found[1].Value);
        Assert.InRange(found[1].StandardError, 37.83 - 0.4, 37.83 + 0.4);
    }

    // Table 14.2: 90 % intervals of the variance 171.5; percentile 100.8 to 233.9, BCa 115.8 to 259.6, acceleration 0.061.
    // Theirs are of 2000 resamples, so of a standard error of 2 (low ends) and 4 (high ends) themselves.
    [Fact]
    public void Bca_OfSpatialTestData_IsAsPublished()
    {
        var variance = new VarianceStatistic(s_spatialTest);

        var found = ClusterBootstrap.Run(s_spatialTest.Length, [variance], s_many)[0];

        Assert.Equal(171.5, found.Value, 1);
        Assert.Equal(0.061, variance.Acceleration(s_spatialTest.Length), 3);
        Assert.InRange(found.Percentile(0.05).Low, 100.8 - 5, 100.8 + 5);
        Assert.InRange(found.Percentile(0.05).High, 233.9 - 9, 233.9 + 9);
        Assert.InRange(found.Bca(0.05).Low, 115.8 - 5, 115.8 + 5);
        Assert.InRange(found.Bca(0.05).High, 259.6 - 9, 259.6 + 9);
    }

    [Fact]
    public void Run_OfTheSameSeed_GivesTheSame()
    {
        var variance = new VarianceStatistic(s_spatialTest);
        var options = new BootstrapOptions(500, 3);

        Assert.Equal(ClusterBootstrap.Run(26, [variance], options)[0].Bca(0.05), ClusterBootstrap.Run(26, [variance], options)[0].Bca(0.05));
        Assert.NotEqual(
            ClusterBootstrap.Run(26, [variance], options)[0].Bca(0.05), ClusterBootstrap.Run(26, [variance], options with { Seed = 4 })[0].Bca(0.05));
    }

    // The linearised standard error of a ratio over clusters: Cochran, "Sampling Techniques" (1977), 6.4.
    [Fact]
    public void StandardError_OfARatioOverClusters_IsCochrans()
    {
        var random = new SeededRandom(11);
        var sizes = Enumerable.Range(0, 300).Select(_ => 1.0 + random.Below(9)).ToArray();
        var events = Array.ConvertAll(sizes, size => Math.Round(size * random.Uniform()));
        var ratio = new RatioStatistic(events, sizes);

        var found = ClusterBootstrap.Run(300, [ratio], new(20_000, 5))[0];

        Assert.Equal(1, Math.Sqrt(ObservedRate.Variance(ratio, 300)) / found.StandardError, 1.5 / 100);
    }

    private sealed class VarianceStatistic(double[] values) : ClusterStatistic
    {
        public override double Of(ReadOnlySpan<double> counts)
        {
            var (n, sum, squares) = (0.0, 0.0, 0.0);
            for (var i = 0; i < values.Length; i++)
            {
                n += counts[i];
                sum += counts[i] * values[i];
                squares += counts[i] * values[i] * values[i];
            }

            return (squares / n) - (sum / n * (sum / n));
        }
    }
}
