using System.Collections.Concurrent;
using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;
using Microsoft.Extensions.Options;

namespace FlowEngine.Chat.Limits;

/// <summary>Refuses a turn whose conversation, or whose tenant for today, has nothing left.</summary>
public sealed class UsageGate(IDayUsage usage, IOptionsMonitor<ChatOptions> options)
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
    /// <param name="before">By the turns of the conversation; null where it begins.</param>
    public async ValueTask<Refusal?> RefusalAsync(
        TenantProfile tenant, UsageTotals? before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (conversation, day) = LimitsOf(tenant.Settings);
        if (before is not null && ReachedLimit.Of(conversation, before) is { } reached)
        {
            return LimitRefusals.Conversation(reached);
        }

        if (day.IsNone)
        {
            _filled.TryRemove(tenant.Key, out _);
            return null;
        }

        var today = LocalDay.Of(tenant, now);
        await FillUpAsync(tenant, today, cancellationToken);
        return ReachedLimit.Of(day, await usage.UsageAsync(tenant.Key, today, cancellationToken)) is { } ofToday
            ? LimitRefusals.Tenant(ofToday, LocalDay.Left(tenant, now))
            : null;
    }

    /// <summary>The slots of another database are not filled up.</summary>
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
