namespace FlowEngine.Nodes.Tests.Harness;

/// <summary>
/// A clock that stands until it is moved; timers that become due run on the thread that moves it. Starts on Wednesday
/// 2 December 2026, 09:00 UTC.
/// </summary>
public sealed class TestClock : TimeProvider
{
    private readonly List<TestTimer> _timers = [];

    public DateTimeOffset Now { get; private set; } = new(2026, 12, 2, 9, 0, 0, TimeSpan.Zero);

    public void Advance(TimeSpan time)
    {
        Now += time;
        foreach (var timer in _timers.Where(timer => timer.Due <= Now).ToList())
        {
            timer.Fire();
        }
    }

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new TestTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        _timers.Add(timer);
        return timer;
    }

    private sealed class TestTimer(TestClock clock, Action fire) : ITimer
    {
        public DateTimeOffset? Due { get; private set; }

        public void Fire()
        {
            Due = null;
            fire();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime < TimeSpan.Zero ? null : clock.Now + dueTime;
            return true;
        }

        public void Dispose() => clock._timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
