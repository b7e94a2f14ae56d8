using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Running;

internal static class WaitStates
{
    /// <summary>The stored state of a waiting walk. A refused answer counts as an attempt and does not restart the wait.</summary>
    public static WalkState Create(TurnInput turn, Walk walk, in NodeResult result, NodeContext context)
    {
        var again = result.Refused && turn.State.Walk is not null && context.Answer is not null;
        return new WalkState(
            [.. walk.Frames.Select(frame => frame.ToState())],
            again ? turn.State.Walk!.WaitingSince : turn.Now,
            result.Timeout is { } timeout ? turn.Now + timeout : null,
            again ? context.Attempts + 1 : 0);
    }
}
