using System.Globalization;
using System.Text.Json;
using FlowEngine.Api.Flows;
using FlowEngine.Api.Problems;
using FlowEngine.Storage.Switches;

namespace FlowEngine.Api.Switches;

/// <summary>Reads what is to be switched off, so that every fault has a name.</summary>
internal static class KillSwitchReader
{
    private static readonly string[] s_members = ["kind", "subject", "reason", "expiresAt"];
    private static readonly string[] s_ofService = [KillSwitch.Service, KillSwitch.Engine, KillSwitch.NodeType, KillSwitch.ModelProvider];
    private static readonly string[] s_ofTenant =
        [KillSwitch.Tenant, KillSwitch.Engine, KillSwitch.FlowVersion, KillSwitch.NodeType, KillSwitch.ModelProvider];

    public static (KillSwitchOrder? Order, ApiProblem? Problem) Read(JsonElement body, bool isServiceWide, DateTimeOffset now)
    {
        var errors = body.EnumerateObject()
            .Where(member => !s_members.Contains(member.Name, StringComparer.Ordinal))
            .Select(member => new FieldError($"/{member.Name}", "unknown_field", $"'{member.Name}' is not known; known are {string.Join(", ", s_members)}."))
            .ToList();
        var (kind, subject, reason) = (Text(body, "kind", errors), Text(body, "subject", errors), Text(body, "reason", errors));
        errors.AddRange(Faults("/", kind, subject, isServiceWide));
        if (reason is null && errors.All(error => error.Pointer != "/reason"))
        {
            errors.Add(new("/reason", "reason_needed", "Say why in 'reason'."));
        }

        DateTimeOffset? expires = null;
        if (Text(body, "expiresAt", errors) is { } text)
        {
            if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end) && end > now)
            {
                expires = end.ToUniversalTime();
            }
            else
            {
                errors.Add(new("/expiresAt", "invalid", "'expiresAt' must be a time to come, such as 2026-01-31T12:00:00Z."));
            }
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

    private static string? Text(JsonElement body, string name, List<FieldError> errors)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if ((text is null ? new FieldError($"/{name}", "wrong_type", $"'{name}' must be text.") : FlowText.Fault($"/{name}", text)) is { } fault)
        {
            errors.Add(fault);
        }

        return text;
    }
}
