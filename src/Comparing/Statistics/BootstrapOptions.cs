namespace FlowEngine.Comparing.Statistics;

/// <param name="Seed">The same seed and data give the same figures.</param>
public sealed record BootstrapOptions(int Resamples = 2000, ulong Seed = 20240229)
{
    /// <summary>Two-sided share of the intervals.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>With which chance the smallest effect would be seen.</summary>
    public double Power { get; init; } = 0.8;
}
