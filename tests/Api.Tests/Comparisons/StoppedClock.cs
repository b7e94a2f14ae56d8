namespace FlowEngine.Api.Tests.Comparisons;

/// <summary>Stands still until it is told how much time passes.</summary>
internal sealed class StoppedClock : TimeProvider
{
    private long _ticks = 1;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Pass(TimeSpan time) => _ticks += time.Ticks;

    public override long GetTimestamp() => _ticks;
}
