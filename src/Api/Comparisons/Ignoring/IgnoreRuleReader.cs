using System.Text.Json;
using FlowEngine.Api.Bodies;
using FlowEngine.Chat.Refusals;
using FlowEngine.Comparing.Ignoring;

namespace FlowEngine.Api.Comparisons.Ignoring;

/// <summary>Reads a rule by hand, so that every fault has a name.</summary>
internal static class IgnoreRuleReader
{
    private const string Expires = "expires";

    private static readonly (string Name, int MaxLength)[] s_members =
        [("owner", 200), ("reason", 500), (Expires, 40), ("field", 200), ("kind", 64), ("value", 200)];

    public static (IgnoreRule? Rule, IReadOnlyList<FieldError> Faults) Read(JsonElement body)
    {
        List<FieldError> faults = [];
        var members = new BodyMembers(body, faults).Known([.. s_members.Select(member => member.Name)]);
        var texts = s_members.Where(member => member.Name != Expires)
            .ToDictionary(member => member.Name, member => members.Text(member.Name, member.MaxLength), StringComparer.Ordinal);
        var until = members.Time(Expires);
        if (until is null && !members.HasFault(Expires))
        {
            members.Fault(Expires, "invalid", "'expires' must be a time such as 2027-01-31T00:00:00Z.");
        }

        return faults.Count > 0
            ? (null, faults)
            : (new(0, texts["owner"] ?? "", texts["reason"] ?? "", until!.Value, texts["field"] ?? "", texts["kind"], texts["value"]), []);
    }
}
