using FlowEngine.Chat.Limits;
using FlowEngine.Conversations;

namespace FlowEngine.Chat.Turns;

/// <summary>One conversation as it was when the turn began.</summary>
public sealed record LoadedConversation
{
    public required long RowId { get; init; }

    public required ConversationHead Head { get; init; }

    public required int RowVersion { get; init; }

    public required ConversationStatus Status { get; init; }

    public required string Language { get; init; }

    public string? ContextData { get; init; }

    public string? StateHistory { get; init; }

    /// <summary>The version that the waiting walk is pinned to, or that the last walk took.</summary>
    public FlowVersionRef? Flow { get; init; }

    public string? CurrentNodeId { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Of the newest turn that was saved, so that numbers have no gaps; 0 where there is none.</summary>
    public required int LastSeq { get; init; }

    /// <summary><c>v1</c> or <c>v2</c>: whose the newest turn that was saved is; null where there is none.</summary>
    public string? LastEngine { get; init; }

    /// <summary>Of V2 as the re-synchronised candidate; null where it never was one.</summary>
    public CandidateState? Candidate { get; init; }

    /// <summary>When the last turn here ended, or where there was none, when the conversation was imported; null: neither, so it is not idle.</summary>
    public DateTimeOffset? IdleSince { get; init; }

    /// <summary>What the row names for V1.</summary>
    public AssistantReference Assistant { get; init; } = AssistantReference.None;

    /// <summary>By all its turns so far.</summary>
    public required UsageTotals Used { get; init; }

    /// <summary>No turn was saved yet, and it was not imported: only a claim made it.</summary>
    public bool IsUnused => RowVersion == 0;

    public bool IsIdle(DateTimeOffset now, TimeSpan allowed) => now - IdleSince > allowed;

    /// <summary>It waits, and the time of its wait is over.</summary>
    public bool IsDue(DateTimeOffset now) => Status == ConversationStatus.Waiting && ExpiresAt <= now;
}
