namespace FlowEngine.Storage.Comparisons;

/// <summary>A turn in a stage in which the flow engine answers and the other stands by.</summary>
/// <param name="IsFallback">It failed, and the other answered.</param>
public sealed record StagedTurn(Guid TurnId, Guid Conversation, DateTimeOffset At, bool IsFallback);
