namespace FlowEngine.Conversations;

/// <summary>How much one turn may use; the smallest of the service's, the tenant's and the flow's counts.</summary>
public sealed record TurnLimits
{
    /// <summary>Nodes run in one turn, sub-flows included.</summary>
    public int MaxSteps { get; init; } = 200;

    public int MaxDepth { get; init; } = 16;

    public TimeSpan MaxDuration { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Characters of all messages of one turn.</summary>
    public int MaxOutput { get; init; } = 32_000;

    /// <summary>Input and output tokens of all model calls of one turn.</summary>
    public int MaxTokens { get; init; } = 50_000;

    /// <summary>In the currency of the models' prices; null sets no limit. Calls whose price is not known are not in it.</summary>
    public decimal? MaxCost { get; init; }

    public TurnLimits Smallest(LimitSettings other) => new()
    {
        MaxSteps = Smaller(MaxSteps, other.MaxSteps),
        MaxDepth = Smaller(MaxDepth, other.MaxDepth),
        MaxDuration = Smaller(MaxDuration, other.MaxDuration),
        MaxOutput = Smaller(MaxOutput, other.MaxOutput),
        MaxTokens = Smaller(MaxTokens, other.MaxTokens),
        MaxCost = Limit.Smaller(MaxCost, other.MaxCost),
    };

    /// <summary>What was used beyond its limit; null where nothing was.</summary>
    public (string Code, string Cause)? Passed(int output, ModelUsage usage) =>
        output > MaxOutput ? (FailureCodes.OutputLimit, $"more than {MaxOutput} characters")
        : usage.InputTokens + usage.OutputTokens > MaxTokens ? (FailureCodes.TokenLimit, $"more than {MaxTokens} tokens")
        : usage.Priced is { } cost && cost.Amount > MaxCost ? (FailureCodes.CostLimit, $"more than {MaxCost} {cost.Currency}")
        : null;

    private static T Smaller<T>(T limit, T? other)
        where T : struct, IComparable<T> => Limit.Smaller(limit, other) ?? limit;
}
