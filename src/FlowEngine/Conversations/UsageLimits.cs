namespace FlowEngine.Conversations;

/// <summary>How much may be used before the next turn is refused; null sets no limit.</summary>
public sealed record UsageLimits
{
    public static UsageLimits None { get; } = new();

    public long? MaxTurns { get; init; }

    /// <summary>Input and output tokens of all model calls.</summary>
    public long? MaxTokens { get; init; }

    /// <summary>In the currency of the models' prices.</summary>
    public decimal? MaxCost { get; init; }

    public bool IsNone => MaxTurns is null && MaxTokens is null && MaxCost is null;

    /// <summary>The smaller of both, one by one.</summary>
    public UsageLimits Smallest(UsageLimits? other) => other is null ? this : new()
    {
        MaxTurns = Limit.Smaller(MaxTurns, other.MaxTurns),
        MaxTokens = Limit.Smaller(MaxTokens, other.MaxTokens),
        MaxCost = Limit.Smaller(MaxCost, other.MaxCost),
    };
}
