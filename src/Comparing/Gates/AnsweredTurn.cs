namespace FlowEngine.Comparing.Gates;

/// <summary>A turn that a user was answered in, compared or not.</summary>
/// <param name="Conversation">Unit of every interval.</param>
/// <param name="IsFallback">V2 was to answer and failed; V1 answered.</param>
public sealed record AnsweredTurn(string Id, string Tenant, string Conversation, DateTimeOffset At, bool IsFallback);
