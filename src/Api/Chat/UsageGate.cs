using FlowEngine.Api.Problems;
using FlowEngine.Conversations;
using FlowEngine.Storage.Turns;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Chat;

/// <summary>Refuses a turn whose conversation, or whose tenant for today, has nothing left.</summary>
public sealed class UsageGate(ITurnReader reader, IOptionsMonitor<FlowEngineOptions> options)
{
    /// <summary>The service's limits within which the tenant's count.</summary>
    public (UsageLimits Conversation, UsageLimits Day) LimitsOf(TenantSettings tenant)
    {
        var service = options.CurrentValue.Limits;
        return (
            service.Conversation.ToUsageLimits().Smallest(tenant.Limits.Conversation),
            service.Day.ToUsageLimits().Smallest(tenant.Limits.Day));
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

        return !day.IsNone
            && ReachedLimit.Of(day, await reader.UsageAsync(tenant.Key, LocalDay.Of(tenant, now), cancellationToken)) is { } ofToday
            ? LimitProblems.Tenant(ofToday, LocalDay.Left(tenant, now))
            : null;
    }
}
