namespace FlowEngine.Support;

/// <summary>The system's clock, ahead by what a test says. Timers keep the machine's pace.</summary>
/// <param name="pace">Of timers that repeat, whatever they ask for; null leaves them as they are.</param>
public sealed class MovedClock(TimeSpan? pace = null) : TimeProvider
{
    /// <summary>What repeats every few seconds repeats every few milliseconds.</summary>
    public static readonly TimeSpan Hurried = TimeSpan.FromMilliseconds(40);

    private long _ahead;

    /// <summary>Also lets whatever is kept for a second be read anew.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    public override long GetTimestamp() =>
        System.GetTimestamp() + (long)(Interlocked.Read(ref _ahead) / (double)TimeSpan.TicksPerSecond * TimestampFrequency);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        pace is { } own && period != Timeout.InfiniteTimeSpan
            ? System.CreateTimer(callback, state, own, own)
            : System.CreateTimer(callback, state, dueTime, period);
}
