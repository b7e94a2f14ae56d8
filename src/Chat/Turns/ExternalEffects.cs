using FlowEngine.Compiling;
using FlowEngine.Conversations;

namespace FlowEngine.Chat.Turns;

/// <summary>Tells from the compiled flows whether a turn may call the outside, in its own flow or in one that it calls.</summary>
internal static class ExternalEffects
{
    public static async ValueTask<bool> MayHaveAsync(FlowCache flows, TurnInput input, CancellationToken cancellationToken)
    {
        if (input.Flow is not { } own)
        {
            return false;
        }

        var seen = new HashSet<long>();
        var waiting = new Stack<FlowVersionRef>([own]);
        while (waiting.TryPop(out var flow))
        {
            if (!seen.Add(flow.Id) || (await flows.GetAsync(input.Tenant.Key, flow.Id, cancellationToken)).Version is not { } version)
            {
                continue;
            }

            if (version.HasExternalEffect)
            {
                return true;
            }

            foreach (var called in version.Calls)
            {
                if (input.ActiveFlows.TryGetValue(called, out var active))
                {
                    waiting.Push(active);
                }
            }
        }

        return false;
    }
}
