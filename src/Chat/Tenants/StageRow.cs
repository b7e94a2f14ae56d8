namespace FlowEngine.Chat.Tenants;

/// <param name="Stage"><c>off</c>, <c>shadow</c>, <c>live</c>, <c>rampdown</c> or <c>complete</c>.</param>
/// <param name="Percentage">0 to 100.</param>
/// <param name="Sample">0 to 100: share of turns compared.</param>
public sealed record StageRow(string Stage, int Percentage, int Sample);
