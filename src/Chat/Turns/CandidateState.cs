namespace FlowEngine.Chat.Turns;

/// <summary>What a re-synchronised candidate keeps between two turns.</summary>
/// <param name="Engine"><c>v1</c> or <c>v2</c>.</param>
/// <param name="AfterSeq">The number of the turn that it ran on last.</param>
/// <param name="State">JSON of <see cref="Conversations.ConversationState"/>.</param>
public sealed record CandidateState(string Engine, int AfterSeq, string State);
