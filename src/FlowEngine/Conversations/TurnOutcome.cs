namespace FlowEngine.Conversations;

/// <summary>Everything that a turn made: what is saved, in one transaction, and answered.</summary>
public sealed record TurnOutcome
{
    /// <summary>The assistant's messages in order; the user's own is not among them.</summary>
    public required IReadOnlyList<Message> Messages { get; init; }

    public required ConversationState State { get; init; }

    /// <summary><see cref="State"/> as it is stored, where the engine changed it; null where it did not.</summary>
    public byte[]? StateJson { get; init; }

    public required ConversationStatus Status { get; init; }

    /// <summary>The language of the conversation after the turn.</summary>
    public required string Language { get; init; }

    public FlowVersionRef? Flow { get; init; }

    /// <summary>Innermost waiting node; null unless <see cref="Status"/> is waiting.</summary>
    public string? WaitingNodeId { get; init; }

    public IReadOnlyList<EffectIntent> Effects { get; init; } = [];

    /// <summary>External effects that were intended while the turn ran: the ledger has them, and their payload as it was sent is here.</summary>
    public IReadOnlyList<EffectIntent> OutsideEffects { get; init; } = [];

    public IReadOnlyList<TraceStep> Trace { get; init; } = [];

    /// <summary>In the order of the trace.</summary>
    public IReadOnlyList<EnteredFlow> EnteredFlows { get; init; } = [];

    public IReadOnlyList<OutsideAnswer> OutsideAnswers { get; init; } = [];

    /// <summary>In their order, those that were cut off left out.</summary>
    public IReadOnlyList<ModelCall> ModelCalls { get; init; } = [];

    /// <summary>SHA-256 in hexadecimal of what the tenant wrote for the model; null where the engine has no one prompt.</summary>
    public string? PromptHash { get; init; }

    /// <summary>The prompt and feature that the legacy assistant answered with; null where it did not get that far, or another engine answered.</summary>
    public AssistantReference? Assistant { get; init; }

    public ModelUsage Usage { get; init; } = ModelUsage.None;

    public TurnFailure? Failure { get; init; }
}

/// <summary>What a port answered during the turn, so that the turn can be replayed without asking again.</summary>
/// <param name="Port">For example <c>model</c>, <c>catalog.search</c>.</param>
/// <param name="Answer">JSON.</param>
public sealed record OutsideAnswer(string Port, string NodeId, string Answer);
