using System.Collections.Concurrent;
using FlowEngine.Comparing.Gates;

namespace FlowEngine.ParallelRuns.Gates;

/// <summary>What the watch decided last, by the tenant's slug.</summary>
public sealed class WatchDecisions
{
    private readonly ConcurrentDictionary<string, WatchDecision> _last = new(StringComparer.Ordinal);

    /// <summary>Null where the tenant is not watched.</summary>
    public WatchDecision? Of(string tenant) => _last.GetValueOrDefault(tenant);

    public void Note(string tenant, WatchDecision decision) => _last[tenant] = decision;

    public void Forget(string tenant) => _last.TryRemove(tenant, out _);
}
