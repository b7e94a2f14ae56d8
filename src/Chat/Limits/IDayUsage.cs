using FlowEngine.Conversations;

namespace FlowEngine.Chat.Limits;

/// <summary>What the turns of a tenant's day used.</summary>
public interface IDayUsage
{
    /// <summary>The kept totals; complete only after <see cref="FillUpAsync"/>.</summary>
    /// <param name="day">In the tenant's time zone.</param>
    Task<UsageTotals> UsageAsync(TenantKey tenant, DateOnly day, CancellationToken cancellationToken);

    /// <summary>Counts the turns themselves.</summary>
    /// <param name="from">When the day began.</param>
    Task<UsageTotals> CountAsync(
        TenantKey tenant, DateOnly day, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Makes the kept totals what the turns used. It may be repeated at any time, by any process.</summary>
    /// <inheritdoc cref="CountAsync"/>
    Task FillUpAsync(TenantKey tenant, DateOnly day, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);
}
