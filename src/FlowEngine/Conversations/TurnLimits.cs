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

    public TurnLimits Smallest(TurnLimits? other) => other is null ? this : new TurnLimits
    {
        MaxSteps = Math.Min(MaxSteps, other.MaxSteps),
        MaxDepth = Math.Min(MaxDepth, other.MaxDepth),
        MaxDuration = MaxDuration < other.MaxDuration ? MaxDuration : other.MaxDuration,
        MaxOutput = Math.Min(MaxOutput, other.MaxOutput),
        MaxTokens = Math.Min(MaxTokens, other.MaxTokens),
    };
}
