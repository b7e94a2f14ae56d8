using FlowEngine.Conversations;

namespace FlowEngine.Chat.Turns;

/// <summary>What one turn adds to the totals of its conversation and of its tenant's day.</summary>
/// <param name="Day">In the tenant's time zone, when the turn began.</param>
/// <param name="IsUnpriced">A model was called whose cost is not in <paramref name="Cost"/>.</param>
/// <param name="IsLimited">The tenant's day has a limit, so that its totals are kept; else they are counted from the turns when somebody asks.</param>
public sealed record TurnSpending(DateOnly Day, int InputTokens, int OutputTokens, ModelCost? Cost, bool IsUnpriced, bool IsLimited = false);
