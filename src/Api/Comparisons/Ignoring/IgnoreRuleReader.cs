using System.Text.Json;
using FlowEngine.Api.Flows;
using FlowEngine.Api.Problems;
using FlowEngine.Comparing.Ignoring;

namespace FlowEngine.Api.Comparisons.Ignoring;

/// <summary>Reads a rule by hand, so that every fault has a name.</summary>
internal static class IgnoreRuleReader
{
    private static readonly (string Name, int MaxLength)[] s_members =
        [("owner", 200), ("reason", 500), ("expires", 40), ("field", 200), ("kind", 64), ("value", 200)];

    public static (IgnoreRule? Rule, IReadOnlyList<FieldError> Faults) Read(JsonElement body)
    {
        var names = s_members.Select(member => member.Name);
        List<FieldError> faults =
        [
            .. body.EnumerateObject().Where(member => !names.Contains(member.Name, StringComparer.Ordinal)).Select(member => new FieldError(
                $"/{member.Name}", "unknown_field", $"'{member.Name}' is not known; known are {string.Join(", ", names)}.")),
        ];
        var texts = s_members.ToDictionary(member => member.Name, member => Text(body, member.Name, member.MaxLength, faults), StringComparer.Ordinal);
        if (!body.TryGetProperty("expires", out var expires) || !expires.TryGetDateTimeOffset(out var until))
        {
            until = default;
            faults.Add(new("/expires", "invalid", "'expires' must be a time such as 2027-01-31T00:00:00Z."));
        }

        return faults.Count > 0
            ? (null, faults)
            : (new(0, texts["owner"] ?? "", texts["reason"] ?? "", until, texts["field"] ?? "", texts["kind"], texts["value"]), []);
    }

    private static string? Text(JsonElement body, string name, int maxLength, List<FieldError> faults)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            faults.Add(new($"/{name}", "wrong_type", $"'{name}' must be text."));
            return null;
        }

        var text = value.GetString();
        if (FlowText.Fault($"/{name}", text, maxLength) is { } fault)
        {
            faults.Add(fault);
        }

        return text;
    }
}
