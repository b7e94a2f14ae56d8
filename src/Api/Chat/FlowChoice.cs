using FlowEngine.Api.Problems;
using FlowEngine.Conversations;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Api.Chat;

/// <summary>Which flow version a turn of V2 walks; pure.</summary>
public static class FlowChoice
{
    /// <param name="asked">The request's <c>flow</c>.</param>
    /// <param name="waiting">The version that a waiting walk is pinned to, else null.</param>
    /// <param name="last">The version of the last walk, else null.</param>
    public static (FlowVersionRef? Flow, ApiProblem? Problem) Choose(
        TenantSnapshot tenant, string? asked, FlowVersionRef? waiting, FlowVersionRef? last)
    {
        var active = tenant.ActiveFlows;
        if (asked is not null && !active.ContainsKey(asked) && waiting?.Name != asked)
        {
            return (null, ApiProblems.FlowUnknown(asked));
        }

        if (waiting is not null)
        {
            return asked is null || asked == waiting.Name ? (waiting, null) : (null, ApiProblems.FlowWaiting(waiting.Name));
        }

        var name = asked ?? (last is not null && active.ContainsKey(last.Name) ? last.Name : tenant.Profile.Settings.DefaultFlow);
        if (name is not null && active.TryGetValue(name, out var flow))
        {
            return (flow, null);
        }

        return active.Count == 1
            ? (active.Values.First(), null)
            : (null, ApiProblems.FlowAmbiguous(active.Keys.Order(StringComparer.Ordinal)));
    }
}
