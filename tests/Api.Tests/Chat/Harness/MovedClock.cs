namespace FlowEngine.Api.Tests.Chat.Harness;

/// <summary>The system's clock, ahead by what a test says; what repeats every few seconds repeats every few milliseconds.</summary>
public sealed class MovedClock : TimeProvider
{
    private static readonly TimeSpan s_period = TimeSpan.FromMilliseconds(40);

    private long _ahead;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + new TimeSpan(Interlocked.Read(ref _ahead));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        period == Timeout.InfiniteTimeSpan
            ? System.CreateTimer(callback, state, dueTime, period)
            : System.CreateTimer(callback, state, s_period, s_period);
}
