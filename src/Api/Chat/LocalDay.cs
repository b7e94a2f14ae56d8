using FlowEngine.Conversations;

namespace FlowEngine.Api.Chat;

/// <summary>Days in a tenant's time zone.</summary>
internal static class LocalDay
{
    public static DateOnly Of(TenantProfile tenant, DateTimeOffset now) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone(tenant)).DateTime);

    /// <summary>To the tenant's next midnight; where clocks are put forward at midnight, to the first minute of the day.</summary>
    public static TimeSpan Left(TenantProfile tenant, DateTimeOffset now)
    {
        var zone = Zone(tenant);
        var begins = Of(tenant, now).AddDays(1).ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(begins))
        {
            begins = begins.AddMinutes(1);
        }

        return TimeZoneInfo.ConvertTimeToUtc(begins, zone) - now.UtcDateTime;
    }

    private static TimeZoneInfo Zone(TenantProfile tenant) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(tenant.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;
}
