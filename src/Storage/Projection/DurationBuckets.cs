namespace FlowEngine.Storage.Projection;

/// <summary>Classes of durations in roll-ups.</summary>
public static class DurationBuckets
{
    /// <summary>The greatest of each class in milliseconds; one more class holds what is above.</summary>
    public static IReadOnlyList<double> Bounds { get; } = [25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000];

    public static int Of(double milliseconds) => Bounds.TakeWhile(bound => bound < milliseconds).Count();
}
