namespace FlowEngine.Conversations;

/// <summary>Everything that an engine is given for one turn: the snapshot that was read when the turn was loaded.</summary>
public sealed record TurnInput
{
    public required TenantProfile Tenant { get; init; }

    public required Guid ConversationId { get; init; }

    public required Guid TurnId { get; init; }

    /// <summary>The turn's number in its conversation, from 1.</summary>
    public required int Seq { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required string SessionId { get; init; }

    public string? UserId { get; init; }

    /// <summary>The user's message; null in a turn that a time-out began.</summary>
    public string? Message { get; init; }

    /// <summary>The conversation's language, two letters.</summary>
    public required string Language { get; init; }

    /// <summary>Flat texts that came with the request; read as <c>session.*</c>.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>Set by the executor before V2 runs; empty in a planned turn and for V1.</summary>
    public ConversationState State { get; init; } = ConversationState.Empty;

    /// <summary>The status before the turn; what a failed turn leaves.</summary>
    public ConversationStatus Status { get; init; }

    /// <summary>The flow version that a new walk takes, or the one that the waiting walk is pinned to; null for V1.</summary>
    public FlowVersionRef? Flow { get; init; }

    /// <summary>The active version of every flow of the tenant by name: what <c>sub_flow</c> may call.</summary>
    public IReadOnlyDictionary<string, FlowVersionRef> ActiveFlows { get; init; } = new Dictionary<string, FlowVersionRef>();

    /// <summary>The prompt and feature that the conversation's row names for the legacy assistant.</summary>
    public AssistantReference Assistant { get; init; } = AssistantReference.None;

    /// <summary>No earlier turn of this conversation was answered, by whatever engine, here or in the legacy system: the user has not been greeted.</summary>
    public bool IsFirstTurn { get; init; }

    public bool IsTimeout => Message is null;
}
