using FlowEngine.Chat.Caching;
using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;
using FlowEngine.Storage.Comparisons;
using Microsoft.Extensions.Options;

namespace FlowEngine.ParallelRuns.Work;

/// <summary>What a tenant's candidates may use in a day; the day's use is known as it was at most a second ago.</summary>
public sealed class CandidateBudget(ComparisonUsage usage, IOptionsMonitor<ComparisonOptions> options, TimeProvider time)
{
    public const string Tokens = "budget_tokens";
    public const string Cost = "budget_cost";

    private const int Capacity = 10_000;

    private readonly AgeCache<(TenantKey Tenant, DateOnly Day), CandidateUsage> _used = new(TimeSpan.FromSeconds(1), Capacity, time);

    /// <returns>Why there is nothing left; null where there is.</returns>
    public async ValueTask<string?> ExhaustedAsync(TenantProfile tenant, CancellationToken cancellationToken)
    {
        var limits = options.CurrentValue;
        if (limits is { DayTokens: 0, DayCost: 0 })
        {
            return null;
        }

        var day = LocalDay.Of(tenant, time.GetUtcNow());
        var used = (await _used.GetAsync((tenant.Key, day), async token => await usage.OfAsync(tenant.Key, day, token), cancellationToken))!;
        return limits.DayTokens > 0 && used.Tokens >= limits.DayTokens ? Tokens
            : limits.DayCost > 0 && used.Cost >= limits.DayCost ? Cost
            : null;
    }
}
