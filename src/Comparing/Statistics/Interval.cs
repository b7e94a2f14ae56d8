namespace FlowEngine.Comparing.Statistics;

public readonly record struct Interval(double Low, double High)
{
    /// <summary>The smallest interval around both.</summary>
    public Interval Around(Interval other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));
}
