using System.Collections.Concurrent;
using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;
using FlowEngine.Storage.Comparisons;
using Microsoft.Extensions.Options;

namespace FlowEngine.ParallelRuns.Planning;

/// <summary>What a tenant's candidates may use in a day; the day's use is read at most once a second.</summary>
public sealed class CandidateBudget(ComparisonUsage usage, IOptionsMonitor<ComparisonOptions> options, TimeProvider time)
{
    public const string Tokens = "budget_tokens";
    public const string Cost = "budget_cost";

    private static readonly TimeSpan s_age = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<TenantKey, (CandidateUsage Used, DateOnly Day, long At)> _known = new();

    /// <returns>Why there is nothing left; null where there is.</returns>
    public async ValueTask<string?> ExhaustedAsync(TenantProfile tenant, CancellationToken cancellationToken)
    {
        var limits = options.CurrentValue;
        if (limits is { DayTokens: 0, DayCost: 0 })
        {
            return null;
        }

        var used = await UsedAsync(tenant, cancellationToken);
        return limits.DayTokens > 0 && used.Tokens >= limits.DayTokens ? Tokens
            : limits.DayCost > 0 && used.Cost >= limits.DayCost ? Cost
            : null;
    }

    private async ValueTask<CandidateUsage> UsedAsync(TenantProfile tenant, CancellationToken cancellationToken)
    {
        var day = LocalDay.Of(tenant, time.GetUtcNow());
        if (_known.TryGetValue(tenant.Key, out var known) && known.Day == day && time.GetElapsedTime(known.At) < s_age)
        {
            return known.Used;
        }

        var used = await usage.OfAsync(tenant.Key, day, cancellationToken);
        _known[tenant.Key] = (used, day, time.GetTimestamp());
        return used;
    }
}
