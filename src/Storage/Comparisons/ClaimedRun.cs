using FlowEngine.Conversations;

namespace FlowEngine.Storage.Comparisons;

/// <summary>A pending comparison that a worker may take, with what the tables have of it.</summary>
/// <param name="Attempt">How often a worker took it, this time included.</param>
/// <param name="Input">JSON as the turn wrote it.</param>
/// <param name="Control">JSON of the control's observation.</param>
/// <param name="State">The candidate's own state by the turns before; null where it has none.</param>
public sealed record ClaimedRun(
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
    CandidateState? State)
{
    /// <summary>The control ran against itself.</summary>
    public bool IsControlAgain => Candidate == AnsweredBy;
}

/// <param name="AfterSeq">The turn that it is the state after.</param>
/// <param name="Json">As the candidate's runner wrote it.</param>
public sealed record CandidateState(int AfterSeq, string Json);
