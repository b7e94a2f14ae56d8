namespace FlowEngine.Comparing.Gates;

/// <summary>A turn that V2 was to answer while V1 stood by, compared or not.</summary>
/// <param name="Conversation">Unit of every interval.</param>
/// <param name="IsFallback">V2 failed and the stand-in was asked; it may have failed too.</param>
public sealed record AnsweredTurn(string Id, string Tenant, string Conversation, DateTimeOffset At, bool IsFallback);
