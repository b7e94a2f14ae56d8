namespace FlowEngine.Storage.Comparisons;

/// <summary>A turn that the flow engine was to answer while the other stood by.</summary>
/// <param name="IsFallback">It failed, and the stand-in was asked; that may have failed too.</param>
public sealed record StagedTurn(Guid TurnId, Guid Conversation, DateTimeOffset At, bool IsFallback);
