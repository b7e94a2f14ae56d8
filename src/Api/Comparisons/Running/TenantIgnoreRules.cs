using System.Collections.Concurrent;
using FlowEngine.Comparing.Ignoring;
using FlowEngine.Conversations;
using FlowEngine.Storage.Comparisons;

namespace FlowEngine.Api.Comparisons.Running;

/// <summary>The tenants' ignore rules, at most two seconds old.</summary>
public sealed class TenantIgnoreRules(StoredIgnoreRules store, TimeProvider time)
{
    private static readonly TimeSpan s_age = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<TenantKey, (IReadOnlyList<IgnoreRule> Rules, long At)> _known = new();

    public async ValueTask<IReadOnlyList<IgnoreRule>> OfAsync(TenantKey tenant, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(tenant, out var known) && time.GetElapsedTime(known.At) < s_age)
        {
            return known.Rules;
        }

        IReadOnlyList<IgnoreRule> rules =
        [
            .. (await store.AllAsync(tenant, cancellationToken))
                .Select(row => new IgnoreRule(row.Id, row.Owner, row.Reason, row.ExpiresAt, row.Field, row.Kind, row.Value)),
        ];
        _known[tenant] = (rules, time.GetTimestamp());
        return rules;
    }
}
