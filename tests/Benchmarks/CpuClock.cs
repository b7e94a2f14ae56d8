using Perfolizer.Horology;

namespace FlowEngine.Benchmarks;

/// <summary>
/// The processor time of this process, all its threads and its garbage collector included: what is measured never waits, and so other
/// programs on the machine do not count.
/// </summary>
internal sealed class CpuClock : IClock
{
    public string Title => "CPU time";

    public bool IsAvailable => true;

    public Frequency Frequency => new(TimeSpan.TicksPerSecond);

    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}
