using FlowEngine.Conversations;
using FlowEngine.Storage.Comparisons;

namespace FlowEngine.ParallelRuns.Work;

/// <summary>Comparisons that were taken and wait for a place in this process. Not for several callers at once.</summary>
internal sealed class LeasedComparisons(TimeProvider time)
{
    /// <summary>Well within the lease: what could not be begun by then is given back.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>In the order in which they were taken.</summary>
    private readonly List<Held> _waiting = [];

    public int Count => _waiting.Count;

    public void Add(IEnumerable<LeasedComparison> taken)
    {
        var now = time.GetTimestamp();
        _waiting.AddRange(taken.Select(run => new Held(run, now)));
    }

    /// <summary>The oldest of the tenant that was served longest ago, no longer held; null where none may have a place more.</summary>
    /// <param name="running">Places that each tenant has.</param>
    /// <param name="most">Places that one tenant may have at once.</param>
    public LeasedComparison? Next(IReadOnlyDictionary<TenantKey, int> running, TenantRoundRobin order, int most)
    {
        var next = _waiting
            .Where(held => running.GetValueOrDefault(held.Run.Tenant) < most)
            .MinBy(held => (order.LastServed(held.Run.Tenant), held.Run.RowId));
        if (next is not null)
        {
            _waiting.Remove(next);
        }

        return next?.Run;
    }

    public int Of(TenantKey tenant) => _waiting.Count(held => held.Run.Tenant == tenant);

    /// <summary>Those that waited too long, or all; they are no longer held.</summary>
    public IReadOnlyList<LeasedComparison> GiveBack(bool all = false)
    {
        var back = all ? _waiting.Count : _waiting.TakeWhile(held => time.GetElapsedTime(held.At) > s_patience).Count();
        IReadOnlyList<LeasedComparison> runs = [.. _waiting.Take(back).Select(held => held.Run)];
        _waiting.RemoveRange(0, back);
        return runs;
    }

    private sealed record Held(LeasedComparison Run, long At);
}
