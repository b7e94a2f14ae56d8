using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Tenants;

namespace FlowEngine.Api.Switches;

/// <summary>What is wrong with what is to be switched off.</summary>
internal static class KillSwitchFaults
{
    private static readonly string[] s_ofService = [KillSwitch.Service, KillSwitch.Engine, KillSwitch.NodeType, KillSwitch.ModelProvider];
    private static readonly string[] s_ofTenant =
        [KillSwitch.Tenant, KillSwitch.Engine, KillSwitch.FlowVersion, KillSwitch.NodeType, KillSwitch.ModelProvider];

    public static IReadOnlyList<FieldError> Of(KillSwitchBody body, bool isServiceWide, DateTimeOffset now)
    {
        List<FieldError> faults = [.. Of("/", body.Kind, body.Subject, isServiceWide)];
        if (body.ExpiresAt <= now)
        {
            faults.Add(new("/expiresAt", "invalid", "'expiresAt' must be a time to come, such as 2026-01-31T12:00:00Z."));
        }

        return faults;
    }

    /// <param name="prefix">Of the pointers.</param>
    public static IEnumerable<FieldError> Of(string prefix, string kind, string? subject, bool isServiceWide)
    {
        var kinds = isServiceWide ? s_ofService : s_ofTenant;
        if (!kinds.Contains(kind, StringComparer.Ordinal))
        {
            yield return new($"{prefix}kind", "invalid", $"'kind' must be one of {string.Join(", ", kinds)}.");
            yield break;
        }

        var takesSubject = kind is not (KillSwitch.Service or KillSwitch.Tenant);
        if (takesSubject != subject is not null)
        {
            yield return new($"{prefix}subject", takesSubject ? "missing" : "not_taken", $"'{kind}' takes {(takesSubject ? "a" : "no")} 'subject'.");
        }
        else if (kind == KillSwitch.Engine && subject is not ("v1" or "v2"))
        {
            yield return new($"{prefix}subject", "invalid", "'subject' must be v1 or v2.");
        }
    }
}
