namespace FlowEngine.Comparing.Statistics;

/// <param name="Events">Turns that count, unweighted.</param>
/// <param name="EffectiveSize">Independent turns that would tell as much: fewer than the turns where those of a conversation are alike or weights differ.</param>
public readonly record struct ObservedRate(double Value, int Events, double EffectiveSize)
{
    public static ObservedRate Of(RatioStatistic rate, ReadOnlySpan<double> once, int events, int turns, int conversations)
    {
        var value = rate.Of(once);
        var variance = Variance(rate, conversations);
        var size = variance > 0 ? Math.Clamp(value * (1 - value) / variance, 1, turns) : conversations;
        return new(value, events, size);
    }

    public static double Variance(RatioStatistic rate, int conversations)
    {
        var squares = 0.0;
        foreach (var influence in rate.Influences())
        {
            squares += influence * influence;
        }

        return conversations < 2 ? 0 : squares * conversations / (conversations - 1);
    }
}
