using FlowEngine.Chat.Refusals;
using FlowEngine.Conversations;

namespace FlowEngine.Chat.Tenants;

/// <summary>Which flow version a turn of V2 walks; pure.</summary>
public static class FlowChoice
{
    /// <param name="asked">The request's <c>flow</c>.</param>
    /// <param name="waiting">The version that a waiting walk is pinned to, else null.</param>
    /// <param name="last">The version of the last walk, else null.</param>
    public static (FlowVersionRef? Flow, Refusal? Refusal) Choose(
        TenantSnapshot tenant, string? asked, FlowVersionRef? waiting, FlowVersionRef? last)
    {
        var active = tenant.ActiveFlows;
        if (asked is not null && !active.ContainsKey(asked) && waiting?.Name != asked)
        {
            return (null, Unknown(asked));
        }

        if (waiting is not null)
        {
            return asked is null || asked == waiting.Name ? (waiting, null) : (null, Waiting(waiting.Name));
        }

        var name = asked ?? (last is not null && active.ContainsKey(last.Name) ? last.Name : tenant.Profile.Settings.DefaultFlow);
        if (name is not null && active.TryGetValue(name, out var flow))
        {
            return (flow, null);
        }

        return active.Count == 1
            ? (active.Values.First(), null)
            : (null, Ambiguous([.. active.Keys.Order(StringComparer.Ordinal)]));
    }

    private static Refusal Unknown(string flow) => new(
        RefusalKind.Invalid, "flow_unknown", "There is no such active flow.", $"The tenant has no active flow '{flow}'. Publish a version of it, or name another.");

    private static Refusal Ambiguous(IReadOnlyList<string> flows) => new(
        RefusalKind.Invalid, "flow_ambiguous", "Which flow?", flows.Count > 0
            ? $"Name one of the active flows in 'flow', or set the default flow: {string.Join(", ", flows)}."
            : "The tenant has no active flow. Publish one.");

    private static Refusal Waiting(string waiting) => new(
        RefusalKind.Conflict, "flow_waiting", "Another flow waits for an answer.", $"The conversation waits in the flow '{waiting}'. Leave 'flow' out, or begin a new conversation.");
}
