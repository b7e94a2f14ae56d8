using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;

namespace FlowEngine.Chat.Switches;

/// <summary>Which switches are tried, and what each is to do; pure.</summary>
internal static class DrillList
{
    private const string Nobody = "nobody";

    /// <param name="flow">That a new walk would take; null: drills of the flow engine's own answers are left out.</param>
    /// <param name="firstNode">Type of the node at which its walks begin.</param>
    /// <param name="provider">Of the model that is asked first; null where the tenant has none.</param>
    /// <param name="hasOtherProvider">Another provider's model would be asked next.</param>
    public static IEnumerable<Drill> Of(FlowVersionRef? flow, string? firstNode, string? provider, bool hasOtherProvider, DateTimeOffset now)
    {
        yield return new(Switch(KillSwitch.Service, "", now), Stage.Off, Drill.Refused);
        yield return new(Switch(KillSwitch.Tenant, "", now), Stage.Off, Drill.Refused);
        yield return new(Switch(KillSwitch.Engine, "v2", now), Stage.Shadow, Drill.Answered("v1", Nobody));
        yield return new(Switch(KillSwitch.Engine, "v2", now), Stage.Live, Drill.Answered("v1", Nobody));
        yield return new(Switch(KillSwitch.Engine, "v2", now), Stage.Complete, Drill.Answered("v1", Nobody));
        if (provider is not null)
        {
            yield return new(
                Switch(KillSwitch.ModelProvider, provider, now), Stage.Off,
                Drill.Answered(hasOtherProvider ? "v1 by another provider" : $"fallback text of v1 ({FailureCodes.ModelUnavailable})", Nobody));
        }

        if (flow is null)
        {
            yield return new(Switch(KillSwitch.Engine, "v1", now), Stage.Off, "503 engine_disabled");
            yield break;
        }

        yield return new(Switch(KillSwitch.Engine, "v1", now), Stage.Off, Drill.Answered("v2", Nobody));
        yield return new(Switch(KillSwitch.Engine, "v1", now), Stage.Live, Drill.Answered("v2", Nobody));
        foreach (var (kind, subject, code) in new[]
        {
            (KillSwitch.FlowVersion, FlowVersionName.Of(flow), FailureCodes.FlowVersionDisabled),
            (KillSwitch.NodeType, firstNode, FailureCodes.NodeTypeDisabled),
        })
        {
            if (subject is not null)
            {
                yield return new(Switch(kind, subject, now), Stage.Rampdown, Drill.Answered($"v1 in place of v2 ({code})", Nobody));
                yield return new(Switch(kind, subject, now), Stage.Complete, Drill.Answered($"fallback text of v2 ({code})", Nobody));
            }
        }
    }

    private static KillSwitch Switch(string kind, string subject, DateTimeOffset now) => new(false, kind, subject, "a drill", "drill", now, null);
}
