using FlowEngine.Chat.Queues;
using Microsoft.Extensions.Options;

namespace FlowEngine.ParallelRuns.Planning;

/// <summary>Candidates give way to the turns of this process, and turns ask for no comparison while too many wait.</summary>
public sealed class CandidateThrottle(ConversationLocks turns, IOptionsMonitor<ComparisonOptions> options, TimeProvider time)
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(5);

    private int _backlog;

    /// <summary>Turns ask for no comparison.</summary>
    public bool IsOverloaded => Volatile.Read(ref _backlog) >= options.CurrentValue.MaxBacklog;

    /// <summary>Turns are under way in this process, and candidates are to give way to them.</summary>
    public bool IsBusy => options.CurrentValue.YieldMilliseconds > 0 && turns.Count > 0;

    /// <summary>
    /// Returns when no turn is under way in this process, or at the latest after <see cref="ComparisonOptions.YieldMilliseconds"/>: under
    /// constant load comparing goes on, at a rate that users do not see.
    /// </summary>
    public async Task YieldAsync(CancellationToken cancellationToken)
    {
        var (began, most) = (time.GetTimestamp(), TimeSpan.FromMilliseconds(options.CurrentValue.YieldMilliseconds));
        while (IsBusy && time.GetElapsedTime(began) < most)
        {
            await Task.Delay(s_look, time, cancellationToken);
        }
    }

    public void Pending(int backlog) => Volatile.Write(ref _backlog, backlog);
}
