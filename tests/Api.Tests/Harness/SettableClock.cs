namespace FlowEngine.Api.Tests.Harness;

/// <summary>The machine's clock, moved ahead by what the test says. Timers keep the machine's pace.</summary>
public sealed class SettableClock : TimeProvider
{
    private long _ahead;

    /// <summary>Also lets whatever is kept for a second be read anew.</summary>
    public void Advance(TimeSpan time) => Interlocked.Add(ref _ahead, time.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    public override long GetTimestamp() =>
        System.GetTimestamp() + (long)(Interlocked.Read(ref _ahead) / (double)TimeSpan.TicksPerSecond * TimestampFrequency);
}
