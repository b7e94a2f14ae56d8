using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Refusals;

namespace FlowEngine.Chat.Tenants;

/// <summary>What kill switches make of a tenant; pure.</summary>
public static class KillSwitchPolicy
{
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(60);

    /// <summary>The snapshot with what its switches take from the turn's own input: node types, flow versions, providers.</summary>
    public static TenantSnapshot Apply(TenantSnapshot tenant)
    {
        if (tenant.Switches.Count == 0)
        {
            return tenant;
        }

        var profile = tenant.Profile;
        return tenant with
        {
            Profile = profile with
            {
                DisabledNodeTypes = Subjects(tenant, KillSwitch.NodeType, profile.DisabledNodeTypes, StringComparer.Ordinal),
                DisabledFlowVersions = Subjects(tenant, KillSwitch.FlowVersion, profile.DisabledFlowVersions, StringComparer.Ordinal),
                DisabledProviders = Subjects(tenant, KillSwitch.ModelProvider, profile.DisabledProviders, StringComparer.OrdinalIgnoreCase),
            },
        };
    }

    public static DisabledEngines Engines(TenantSnapshot tenant) =>
        tenant.Switches.Count == 0 ? default : new(Has(tenant, EngineText.Of(EngineName.V1)), Has(tenant, EngineText.Of(EngineName.V2)));

    /// <summary>Null where the tenant's chat is on.</summary>
    public static Refusal? RefusalOf(TenantSnapshot tenant, DateTimeOffset now) =>
        tenant.Switches.FirstOrDefault(row => row.Kind is KillSwitch.Service or KillSwitch.Tenant) is { } stopped
            ? ChatDisabled(Wait(stopped, now))
            : null;

    public static Refusal ChatDisabled(TimeSpan? retry = null) => new(
        RefusalKind.Unavailable, "chat_disabled", "The chat is switched off.", "Try again later.")
    {
        RetryAfter = retry ?? s_retry,
    };

    /// <summary>For a turn that nobody may answer.</summary>
    public static Refusal NoEngine(TenantSnapshot tenant, DateTimeOffset now) => new(
        RefusalKind.Unavailable, "engine_disabled", "The engine is switched off.", "Try again later.")
    {
        RetryAfter = tenant.Switches.Where(row => row.Kind == KillSwitch.Engine).Select(row => Wait(row, now)).DefaultIfEmpty(s_retry).Min(),
    };

    private static bool Has(TenantSnapshot tenant, string engine) =>
        tenant.Switches.Any(row => row.Kind == KillSwitch.Engine && row.Subject == engine);

    private static TimeSpan Wait(KillSwitch stopped, DateTimeOffset now) =>
        stopped.ExpiresAt is { } end && end - now < s_retry ? TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling((end - now).TotalSeconds))) : s_retry;

    private static HashSet<string> Subjects(TenantSnapshot tenant, string kind, IReadOnlySet<string> known, StringComparer comparer) =>
        tenant.Switches.Where(row => row.Kind == kind).Select(row => row.Subject).Concat(known).ToHashSet(comparer);
}
