using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Replies;
using FlowEngine.Chat.Stages;
using FlowEngine.Conversations;

namespace FlowEngine.Chat.Turns;

/// <summary>A turn that nothing refuses any more.</summary>
/// <param name="Stage">A stage, or <c>timeout</c>.</param>
public sealed record PlannedTurn(
    TurnInput Input,
    TurnPlan Plan,
    string Stage,
    ConversationHead Head,
    LoadedConversation? Before,
    TurnClaim? Claim,
    string Caller,
    string? IdempotencyKey,
    string BodyHash)
{
    private (ConversationState? State, string? Fault)? _stored;

    /// <summary>What the conversation's row holds, read once; no state and the failure's code where it cannot be read.</summary>
    public (ConversationState? State, string? Fault) Stored => _stored ??= ConversationStateJson.Read(Before?.ContextData);

    /// <summary>Null in a turn that a time-out began.</summary>
    public StageDecision? Decision { get; init; }

    /// <summary>Null where the engine of the plan answered the turn before too.</summary>
    public Handover? Handover { get; init; }

    /// <summary>The version that V2 would begin a walk of as the candidate; null where it is none, or no flow can be told.</summary>
    public FlowVersionRef? CandidateFlow { get; init; }

    /// <summary>V1's columns are written beside V2's, so that a step back finds them.</summary>
    public bool WritesBoth => Decision?.Effective is Stages.Stage.Live or Stages.Stage.Rampdown;

    /// <summary>What cancels the turn: its client's leaving, unless a key says that the client may come back for the answer.</summary>
    public CancellationToken CancelledBy(CancellationToken leaving) => IdempotencyKey is null ? leaving : CancellationToken.None;
}
