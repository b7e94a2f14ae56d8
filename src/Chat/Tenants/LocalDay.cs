using FlowEngine.Conversations;

namespace FlowEngine.Chat.Tenants;

/// <summary>Days in a tenant's time zone.</summary>
public static class LocalDay
{
    public static DateOnly Of(TenantProfile tenant, DateTimeOffset now) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, tenant.FindTimeZone()).DateTime);

    /// <summary>To the tenant's next midnight; where clocks are put forward at midnight, to the first minute of the day.</summary>
    public static TimeSpan Left(TenantProfile tenant, DateTimeOffset now) => Begin(tenant, Of(tenant, now).AddDays(1)) - now;

    /// <summary>The day's midnight; where clocks are put forward at midnight, its first minute.</summary>
    public static DateTimeOffset Begin(TenantProfile tenant, DateOnly day)
    {
        var zone = tenant.FindTimeZone();
        var begins = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(begins))
        {
            begins = begins.AddMinutes(1);
        }

        return new(TimeZoneInfo.ConvertTimeToUtc(begins, zone), TimeSpan.Zero);
    }
}
