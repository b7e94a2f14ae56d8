using FlowEngine.Conversations;

namespace FlowEngine.Chat.Turns;

/// <summary>Everything that one turn writes.</summary>
public sealed record TurnCommit
{
    public required TenantKey Tenant { get; init; }

    public required ConversationHead Conversation { get; init; }

    /// <summary>The row version that was loaded; 0 where the conversation is new.</summary>
    public required int ExpectedRowVersion { get; init; }

    public required ConversationChange Change { get; init; }

    /// <summary>The user's message first, where the turn has one, then the assistant's.</summary>
    public required IReadOnlyList<StoredMessage> Messages { get; init; }

    public required TurnRecord Turn { get; init; }

    public required TurnSpending Spending { get; init; }

    public IReadOnlyList<EffectRecord> Effects { get; init; } = [];

    /// <summary>At most one a candidate and mode.</summary>
    public IReadOnlyList<ComparisonRequest> Comparisons { get; init; } = [];
}

/// <summary>The columns of <c>ai_conversations</c> after the turn; null members leave the column as it is.</summary>
public sealed record ConversationChange
{
    public required ConversationStatus Status { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Set on the first turn only: the beginning of the first message.</summary>
    public string? Title { get; init; }

    /// <summary>V2's columns; null where the flow engine did not run.</summary>
    public FlowColumns? Flow { get; init; }

    /// <summary>Fills those of V1's columns that are null; null where they are left.</summary>
    public AssistantColumns? Assistant { get; init; }
}

/// <param name="ContextData">JSON of <see cref="ConversationState"/>.</param>
/// <param name="StateHistory">JSON array of the last 50 turns.</param>
/// <param name="ExpiresAt">When the wait times out; null if nothing waits or the wait has no time-out.</param>
public sealed record FlowColumns(long? FlowId, string? CurrentNodeId, string ContextData, string StateHistory, DateTimeOffset? ExpiresAt);

/// <summary>Each only for a row that has none: what is there, from the legacy system or from an earlier turn, is never overwritten.</summary>
/// <param name="Metadata">JSON.</param>
public sealed record AssistantColumns(string FeatureSlug, string FeatureName, long? PromptId, string Metadata);

/// <param name="Id">Public id, unique within the tenant.</param>
/// <param name="Content">As it was sent.</param>
/// <param name="Payload">JSON of the parts beside the text (cards, quick replies, links, products, imageUrl); null if none.</param>
/// <param name="Engine"><c>v1</c> or <c>v2</c>.</param>
/// <param name="Tokens">What the model wrote for it; null where none did, or it did not say.</param>
public sealed record StoredMessage(
    string Id, MessageRole Role, MessageKind Kind, string Content, string? Payload, string Engine, DateTimeOffset At, int? Tokens = null);

/// <summary>The row of <c>conversation_turns</c>.</summary>
public sealed record TurnRecord
{
    public required Guid Id { get; init; }

    public required int Seq { get; init; }

    public required string Engine { get; init; }

    /// <summary>A stage, or <c>timeout</c>.</summary>
    public required string Stage { get; init; }

    public long? FlowVersionId { get; init; }

    /// <summary>SHA-256 in hex.</summary>
    public required string StateBefore { get; init; }

    public required string StateAfter { get; init; }

    /// <summary>JSON.</summary>
    public required string Trace { get; init; }

    /// <summary>JSON.</summary>
    public required string OutsideAnswers { get; init; }

    /// <summary>JSON of the reply, given back when the same idempotency key comes again.</summary>
    public required string Reply { get; init; }

    public string? FailureCode { get; init; }

    public string? Model { get; init; }

    public int InputTokens { get; init; }

    public int OutputTokens { get; init; }

    public ModelCost? Cost { get; init; }

    public required string Caller { get; init; }

    public string? IdempotencyKey { get; init; }

    public required string BodyHash { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required double DurationMs { get; init; }

    /// <summary><c>taken_over</c> or <c>fresh</c> where another engine answered the turn before; else null.</summary>
    public string? Handover { get; init; }

    /// <summary>The engine that failed before <see cref="Engine"/> was asked; the same where that one failed too. Null where nobody stood in.</summary>
    public string? FallbackFrom { get; init; }

    /// <summary>Why <see cref="FallbackFrom"/> failed.</summary>
    public string? FallbackCode { get; init; }

    /// <summary>A claim row of this turn is there and is completed by the commit.</summary>
    public required bool WasClaimed { get; init; }
}

public enum EffectStatus
{
    Intended,
    Done,
    Dropped,

    /// <summary>External: the call failed, or nobody knows.</summary>
    Failed,
}

/// <summary>A row of the effect ledger; a <c>Done</c> one of type <c>lead</c> also becomes a row of <c>leads</c>.</summary>
public sealed record EffectRecord(EffectIntent Intent, EffectStatus Status, DateTimeOffset At);
