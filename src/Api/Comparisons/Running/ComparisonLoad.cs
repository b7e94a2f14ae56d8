using FlowEngine.Storage.Turns;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Comparisons.Running;

/// <summary>
/// How busy this process is with users: candidates give way to them. What counts is the processor time that they take and the writes that wait,
/// not how many wait for a model.
/// </summary>
public sealed class ComparisonLoad(
    IWriteQueue writes, YieldingScheduler scheduler, IOptionsMonitor<FlowEngineOptions> options, TimeProvider time)
{
    private const int All = 100;

    private static readonly int s_manyWrites = 2 * Environment.ProcessorCount;

    private readonly ProcessorShare _users = new(time, () => Environment.CpuUsage.TotalTime - scheduler.Used);
    private int _backlog;

    /// <summary>Candidates wait.</summary>
    public bool IsBusy => Percent < All && (_users.Percent > Percent || writes.Length > s_manyWrites);

    /// <summary>Turns ask for no comparison.</summary>
    public bool IsOverloaded =>
        Volatile.Read(ref _backlog) >= options.CurrentValue.Comparisons.MaxBacklog
        || (Percent < All && (_users.Percent > (Percent + All) / 2.0 || writes.Length > 2 * s_manyWrites));

    private int Percent => options.CurrentValue.Comparisons.BusyPercent;

    public void Pending(int backlog) => Volatile.Write(ref _backlog, backlog);
}
