using FlowEngine.Conversations;
using FlowEngine.Storage.Comparisons;

namespace FlowEngine.Api.Comparisons.Running;

/// <summary>Comparisons that were taken and wait for a place in this process. Not for several callers at once.</summary>
internal sealed class HeldRuns(Places places, FairOrder order, TimeProvider time)
{
    /// <summary>Well within the lease: what could not be begun by then is given back.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly List<(ClaimedRun Run, long At)> _waiting = [];

    public int Count => _waiting.Count;

    public void Add(IEnumerable<ClaimedRun> taken)
    {
        var now = time.GetTimestamp();
        _waiting.AddRange(taken.Select(run => (run, now)));
    }

    /// <summary>The oldest of the tenant that was served longest ago; null where none may have a place more.</summary>
    /// <param name="most">Places that one tenant may have at once.</param>
    public ClaimedRun? Next(int most)
    {
        var running = places.ByTenant();
        var next = _waiting
            .Where(held => running.GetValueOrDefault(held.Run.Tenant) < most)
            .Select(held => held.Run)
            .MinBy(run => (order.LastServed(run.Tenant), run.RowId));
        if (next is not null)
        {
            order.Served(next.Tenant);
            _waiting.RemoveAll(held => held.Run == next);
        }

        return next;
    }

    public int Of(TenantKey tenant) => _waiting.Count(held => held.Run.Tenant == tenant);

    /// <summary>Those that waited too long, or all; they are no longer held.</summary>
    public IReadOnlyList<ClaimedRun> GiveBack(bool all = false)
    {
        var back = _waiting.Where(held => all || time.GetElapsedTime(held.At) > s_patience).ToList();
        _waiting.RemoveAll(back.Contains);
        return [.. back.Select(held => held.Run)];
    }
}
