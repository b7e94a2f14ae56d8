using FlowEngine.Conversations;

namespace FlowEngine.Chat.Limits;

/// <summary>A limit that leaves nothing for another turn.</summary>
/// <param name="Name"><c>maxTurns</c>, <c>maxTokens</c> or <c>maxCost</c>.</param>
/// <param name="Currency">ISO 4217; null if the limit counts turns or tokens.</param>
public sealed record ReachedLimit(string Name, decimal Value, decimal Used, string? Currency)
{
    /// <returns>Null where there is room for another turn. What has no known price counts in turns and tokens alone.</returns>
    public static ReachedLimit? Of(UsageLimits limits, UsageTotals used) =>
        used.Turns >= limits.MaxTurns ? new("maxTurns", limits.MaxTurns.Value, used.Turns, null)
        : used.Tokens >= limits.MaxTokens ? new("maxTokens", limits.MaxTokens.Value, used.Tokens, null)
        : used.Cost >= limits.MaxCost ? new("maxCost", limits.MaxCost.Value, used.Cost, used.Currency)
        : null;
}
