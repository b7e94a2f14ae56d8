using FlowEngine.Chat.Caching;
using FlowEngine.Comparing.Ignoring;
using FlowEngine.Conversations;
using FlowEngine.Storage.Comparisons;

namespace FlowEngine.ParallelRuns.Judging;

/// <summary>The tenants' ignore rules, at most two seconds old.</summary>
public sealed class TenantIgnoreRules(StoredIgnoreRules store, TimeProvider time)
{
    private const int Capacity = 10_000;

    private readonly AgeCache<TenantKey, IReadOnlyList<IgnoreRule>> _rules = new(TimeSpan.FromSeconds(2), Capacity, time);

    public async ValueTask<IReadOnlyList<IgnoreRule>> OfAsync(TenantKey tenant, CancellationToken cancellationToken) =>
        (await _rules.GetAsync(tenant, token => ReadAsync(tenant, token), cancellationToken))!;

    private async ValueTask<IReadOnlyList<IgnoreRule>?> ReadAsync(TenantKey tenant, CancellationToken cancellationToken) =>
    [
        .. (await store.AllAsync(tenant, cancellationToken))
            .Select(row => new IgnoreRule(row.Id, row.Owner, row.Reason, row.ExpiresAt, row.Field, row.Kind, row.Value)),
    ];
}
