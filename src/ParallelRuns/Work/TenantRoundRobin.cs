using FlowEngine.Conversations;
using FlowEngine.Storage.Comparisons;

namespace FlowEngine.ParallelRuns.Work;

/// <summary>
/// Whose pending comparisons come next: those of the tenant that was served longest ago, so that nobody waits for the end of another's queue.
/// Not for several callers at once.
/// </summary>
internal sealed class TenantRoundRobin(ComparisonQueue queue, TimeProvider time)
{
    /// <summary>Looking through all that waits costs more than taking one.</summary>
    private static readonly TimeSpan s_age = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<TenantKey, long> _served = [];
    private IReadOnlyList<OpenTenant> _open = [];
    private long _at;
    private long _count;

    /// <returns>The tenants with something to take, and whether they were looked for just now.</returns>
    /// <param name="again">What is known has nothing left.</param>
    public async ValueTask<(IReadOnlyList<OpenTenant> Tenants, bool AreNew)> NextAsync(string instanceId, bool again, CancellationToken cancellationToken)
    {
        var look = again || _open.Count == 0 || time.GetElapsedTime(_at) > s_age;
        if (look)
        {
            _open = await queue.TenantsAsync(instanceId, cancellationToken);
            _at = time.GetTimestamp();
        }

        return ([.. _open.OrderBy(open => LastServed(open.Tenant)).ThenBy(open => open.First)], look);
    }

    public void Served(TenantKey tenant) => _served[tenant] = ++_count;

    /// <summary>The greater, the later.</summary>
    public long LastServed(TenantKey tenant) => _served.GetValueOrDefault(tenant);
}
