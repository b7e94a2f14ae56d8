using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;

namespace FlowEngine.Storage.Comparisons;

/// <summary>A pending comparison that a worker may take, with what the tables have of it.</summary>
/// <param name="Attempt">How often a worker took it, this time included.</param>
/// <param name="Input">JSON as the turn wrote it.</param>
/// <param name="Control">JSON of the control's observation.</param>
/// <param name="State">The candidate's own state by the turns before; null where it has none.</param>
/// <param name="IsLate">It came while the one of the turn before was not done.</param>
public sealed record LeasedComparison(
    long RowId,
    TenantKey Tenant,
    Guid Id,
    long ConversationRowId,
    Guid ConversationId,
    Guid TurnId,
    int Seq,
    string Stage,
    string AnsweredBy,
    string Candidate,
    string Mode,
    string Input,
    string Control,
    int Attempt,
    DateTimeOffset CreatedAt,
    CandidateState? State,
    bool IsLate)
{
    /// <summary>The control ran against itself.</summary>
    public bool IsControlAgain => Candidate == AnsweredBy;
}
