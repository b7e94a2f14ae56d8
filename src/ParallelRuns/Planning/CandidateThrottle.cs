using FlowEngine.Chat.Queues;
using FlowEngine.ParallelRuns.Candidates;
using Microsoft.Extensions.Options;

namespace FlowEngine.ParallelRuns.Planning;

/// <summary>
/// How busy this process is with users: candidates give way to them. What counts is the processor time that they take and the writes that wait,
/// not how many wait for a model.
/// </summary>
public sealed class CandidateThrottle(
    IWriteQueue writes, YieldingScheduler scheduler, IOptionsMonitor<ComparisonOptions> options, TimeProvider time)
{
    private const int All = 100;

    /// <summary>Candidates may take one part of so many that users take, however busy they are below the limit.</summary>
    private const int OneOf = 200;

    private static readonly TimeSpan s_busy = TimeSpan.FromMilliseconds(250);
    private static readonly int s_manyWrites = 2 * Environment.ProcessorCount;

    private readonly ProcessorShare _users = new(time, () => Environment.CpuUsage.TotalTime - scheduler.Used);
    private readonly ProcessorAllowance _candidates = new(time, () => scheduler.Used);
    private int _backlog;

    /// <summary>Turns ask for no comparison.</summary>
    public bool IsOverloaded =>
        Volatile.Read(ref _backlog) >= Settings.MaxBacklog
        || (Settings.BusyPercent < All && (_users.Percent > (Settings.BusyPercent + All) / 2.0 || writes.Length > 2 * s_manyWrites));

    private ComparisonOptions Settings => options.CurrentValue;

    /// <summary>
    /// How long to wait before a candidate may begin; zero where one may. They may take what users leave of the quiet share, and a little of what
    /// users take: enough that comparing goes on, too little for them to see. Not for several callers at once.
    /// </summary>
    public TimeSpan Wait()
    {
        if (Settings.BusyPercent == All)
        {
            return TimeSpan.Zero;
        }

        var users = _users.Percent;
        var allowed = Math.Max(0, Settings.QuietPercent - users) + (users / OneOf);
        var saving = _candidates.Wait(allowed);
        return users > Settings.BusyPercent || writes.Length > s_manyWrites ? s_busy : saving;
    }

    public void Pending(int backlog) => Volatile.Write(ref _backlog, backlog);
}
