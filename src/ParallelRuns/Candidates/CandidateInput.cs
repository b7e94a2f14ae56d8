using FlowEngine.Conversations;

namespace FlowEngine.ParallelRuns.Candidates;

/// <summary>What the candidate is given of a turn beside what the tables have; stored with the pending comparison.</summary>
/// <param name="Before">The control's state before the turn, as stored; null where there was none.</param>
/// <param name="Flow">The version that a new walk takes; where the flow engine runs against itself, the one that it walked.</param>
public sealed record CandidateInput(
    string Message,
    string Language,
    DateTimeOffset Now,
    string SessionId,
    string? UserId,
    IReadOnlyDictionary<string, string>? Metadata,
    string? Before,
    ConversationStatus Status,
    bool IsFirstTurn,
    FlowVersionRef? Flow)
{
    /// <summary>What the conversation's row named for V1 before the turn; null where nothing.</summary>
    public AssistantReference? Assistant { get; init; }
}
