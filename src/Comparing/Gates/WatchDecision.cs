namespace FlowEngine.Comparing.Gates;

/// <param name="Criterion">The name of the criterion that decided; null where none did.</param>
/// <param name="Reason">A sentence.</param>
/// <param name="Evidence">Ids of turns, the worst first.</param>
public sealed record WatchDecision(WatchAction Action, DateTimeOffset At, string? Criterion, string Reason, IReadOnlyList<string> Evidence);
