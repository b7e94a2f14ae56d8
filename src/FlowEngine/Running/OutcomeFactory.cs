using FlowEngine.Conversations;

namespace FlowEngine.Running;

/// <summary>Creates the possible outcomes of a turn of the flow engine.</summary>
internal static class OutcomeFactory
{
    public static TurnOutcome Ended(TurnInput turn, Walk walk, TurnBuilder made, string? fallback) =>
        Stored(turn, walk, made, null, fallback);

    public static TurnOutcome Waiting(TurnInput turn, Walk walk, TurnBuilder made, WalkState state, string? fallback) =>
        Stored(turn, walk, made, state, fallback);

    /// <summary>A time-out without a port for it: the node keeps waiting, now without a time limit.</summary>
    public static TurnOutcome StillWaiting(TurnInput turn, Walk walk, TurnBuilder made, WalkState state, string? fallback) =>
        Waiting(turn, walk, made, state with { ExpiresAt = null }, fallback);

    /// <summary>Restores position and variables from before the turn; messages and effects before the last mark are kept.</summary>
    /// <param name="fallback">Text for the user; null if no user waits for one.</param>
    public static TurnOutcome Failed(TurnInput turn, TurnBuilder made, TurnFailure failure, string? fallback)
    {
        var (messages, effects) = failure.Code == FailureCodes.Cancelled ? ([], []) : made.Kept();
        return new TurnOutcome
        {
            Messages = fallback is null ? messages : [.. messages, Message.Fallback($"{turn.TurnId:N}", fallback)],
            State = turn.State,
            Status = turn.Status,
            Language = turn.Language,
            Flow = turn.Flow,
            WaitingNodeId = turn.State.Walk?.Frames[^1].NodeId,
            Effects = effects,
            OutsideEffects = made.OutsideEffects,
            Trace = made.Trace,
            EnteredFlows = made.EnteredFlows,
            OutsideAnswers = made.OutsideAnswers,
            ModelCalls = made.ModelCalls,
            Usage = made.Usage,
            Failure = failure,
        };
    }

    private static TurnOutcome Stored(TurnInput turn, Walk walk, TurnBuilder made, WalkState? waiting, string? fallback)
    {
        var state = new ConversationState { Vars = walk.ConversationVariables, Personal = walk.PersonalVariables, Walk = waiting };
        var waitingNode = waiting?.Frames[^1].NodeId;
        if (ConversationStateJson.TryWrite(state) is not { } json)
        {
            return Failed(turn, made, new(FailureCodes.StateTooLarge, waitingNode, "values nested too deep"), fallback);
        }

        if (json.Length > ConversationState.MaxBytes)
        {
            var failure = new TurnFailure(FailureCodes.StateTooLarge, waitingNode, $"{json.Length} of {ConversationState.MaxBytes} bytes");
            return Failed(turn, made, failure, fallback);
        }

        return new TurnOutcome
        {
            Messages = made.Messages,
            State = state,
            StateJson = json,
            Status = waiting is null ? ConversationStatus.Ended : ConversationStatus.Waiting,
            Language = walk.Language,
            Flow = walk.Frames[0].Flow.Version,
            WaitingNodeId = waitingNode,
            Effects = made.Effects,
            OutsideEffects = made.OutsideEffects,
            Trace = made.Trace,
            EnteredFlows = made.EnteredFlows,
            OutsideAnswers = made.OutsideAnswers,
            ModelCalls = made.ModelCalls,
            Usage = made.Usage,
        };
    }
}
