namespace FlowEngine.Nodes.Tests.Harness;

/// <summary>A clock that stands until it is moved. Starts on Wednesday 2 December 2026, 09:00 UTC.</summary>
public sealed class TestClock : TimeProvider
{
    public DateTimeOffset Now { get; private set; } = new(2026, 12, 2, 9, 0, 0, TimeSpan.Zero);

    public void Advance(TimeSpan time) => Now += time;

    public override DateTimeOffset GetUtcNow() => Now;
}
