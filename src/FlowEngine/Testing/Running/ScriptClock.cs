namespace FlowEngine.Testing.Running;

/// <summary>Stands still until a script moves it. Timers are those of the system, so that the limits of a turn hold.</summary>
internal sealed class ScriptClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now.ToUniversalTime();

    public override DateTimeOffset GetUtcNow() => _now;

    public void MoveTo(DateTimeOffset now) => _now = now > _now ? now : _now;
}
