using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Running;

internal static class Waits
{
    /// <summary>What is stored of a walk that waits. A refused answer counts, and does not begin the wait anew.</summary>
    public static WalkState State(TurnInput turn, Walk walk, in NodeResult result, NodeContext context)
    {
        var again = result.Refused && turn.State.Walk is not null && context.Answer is not null;
        return new WalkState(
            [.. walk.Frames.Select(frame => frame.ToState())],
            again ? turn.State.Walk!.WaitingSince : turn.Now,
            result.Timeout is { } timeout ? turn.Now + timeout : null,
            again ? context.Attempts + 1 : 0);
    }
}
