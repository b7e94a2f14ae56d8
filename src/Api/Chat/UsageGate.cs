using System.Collections.Concurrent;
using FlowEngine.Api.Problems;
using FlowEngine.Conversations;
using FlowEngine.Storage.Turns;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Chat;

/// <summary>Refuses a turn whose conversation, or whose tenant for today, has nothing left.</summary>
public sealed class UsageGate(ITurnReader reader, DayUsage usage, IOptionsMonitor<FlowEngineOptions> options)
{
    /// <summary>Tenants with a limit, with the day whose slots this process has filled up.</summary>
    private readonly ConcurrentDictionary<TenantKey, DateOnly> _filled = new();

    /// <summary>The service's limits within which the tenant's count.</summary>
    public (UsageLimits Conversation, UsageLimits Day) LimitsOf(TenantSettings tenant)
    {
        var service = options.CurrentValue.Limits;
        return (
            service.Conversation.ToUsageLimits().Smallest(tenant.Limits.Conversation),
            service.Day.ToUsageLimits().Smallest(tenant.Limits.Day));
    }

    /// <summary>The totals of the tenant's day are kept.</summary>
    public bool IsLimited(TenantProfile tenant) => !LimitsOf(tenant.Settings).Day.IsNone;

    /// <summary>What the tenant's turns of today have used.</summary>
    public Task<UsageTotals> TodayAsync(TenantProfile tenant, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var day = LocalDay.Of(tenant, now);
        return usage.CountAsync(tenant.Key, day, LocalDay.Begin(tenant, day), LocalDay.Begin(tenant, day.AddDays(1)), cancellationToken);
    }

    /// <summary>Reads nothing where no limit of a day is set.</summary>
    public async ValueTask<ApiProblem?> RefusalAsync(
        TenantProfile tenant, LoadedConversation? before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (conversation, day) = LimitsOf(tenant.Settings);
        if (before is not null && ReachedLimit.Of(conversation, before.Used) is { } reached)
        {
            return LimitProblems.Conversation(reached);
        }

        if (day.IsNone)
        {
            _filled.TryRemove(tenant.Key, out _);
            return null;
        }

        var today = LocalDay.Of(tenant, now);
        await FillUpAsync(tenant, today, cancellationToken);
        return ReachedLimit.Of(day, await reader.UsageAsync(tenant.Key, today, cancellationToken)) is { } ofToday
            ? LimitProblems.Tenant(ofToday, LocalDay.Left(tenant, now))
            : null;
    }

    /// <summary>Another database is in the place of the one whose slots were filled up.</summary>
    public void Forget() => _filled.Clear();

    /// <summary>Turns before the limit was set, or before this process saw it, are in no slot.</summary>
    private async ValueTask FillUpAsync(TenantProfile tenant, DateOnly today, CancellationToken cancellationToken)
    {
        if (_filled.TryGetValue(tenant.Key, out var filled) && filled == today)
        {
            return;
        }

        await usage.FillUpAsync(
            tenant.Key, today, LocalDay.Begin(tenant, today), LocalDay.Begin(tenant, today.AddDays(1)), cancellationToken);
        _filled[tenant.Key] = today;
    }
}
