using System.Text.Json;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Tenants;

namespace FlowEngine.Api.Switches;

/// <summary>Reads what is to be switched off, so that every fault has a name.</summary>
internal static class KillSwitchReader
{
    private static readonly string[] s_members = ["kind", "subject", "reason", "expiresAt"];
    private static readonly string[] s_ofService = [KillSwitch.Service, KillSwitch.Engine, KillSwitch.NodeType, KillSwitch.ModelProvider];
    private static readonly string[] s_ofTenant =
        [KillSwitch.Tenant, KillSwitch.Engine, KillSwitch.FlowVersion, KillSwitch.NodeType, KillSwitch.ModelProvider];

    public static (KillSwitchCommand? Order, ApiProblem? Problem) Read(JsonElement body, bool isServiceWide, DateTimeOffset now)
    {
        var members = new BodyMembers(body, []).Known(s_members);
        var (kind, subject, reason) = (members.Text("kind"), members.Text("subject"), members.Text("reason"));
        List<FieldError> errors = [.. members.Errors];
        errors.AddRange(Faults("/", kind, subject, isServiceWide).Where(error => !errors.Exists(known => known.Pointer == error.Pointer)));
        if (reason is null && !errors.Exists(error => error.Pointer == "/reason"))
        {
            errors.Add(new("/reason", "reason_needed", "Say why in 'reason'."));
        }

        const string Expires = "expiresAt";
        var ofTime = new List<FieldError>();
        var expires = new BodyMembers(body, ofTime).Time(Expires);
        if (ofTime.Count > 0 || expires <= now)
        {
            errors.Add(new($"/{Expires}", "invalid", "'expiresAt' must be a time to come, such as 2026-01-31T12:00:00Z."));
        }

        return errors.Count > 0 ? (null, ApiProblems.InvalidRequest(errors)) : (new(kind!, subject ?? "", reason!, expires), null);
    }

    /// <param name="prefix">Of the pointers.</param>
    public static IEnumerable<FieldError> Faults(string prefix, string? kind, string? subject, bool isServiceWide)
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
