namespace FlowEngine.Conversations;

/// <summary>The limits that a tenant sets within those of the service. What is null or not above zero sets none.</summary>
public sealed record LimitSettings
{
    public int? MaxSteps { get; init; }

    public int? MaxDepth { get; init; }

    public TimeSpan? MaxDuration { get; init; }

    public int? MaxOutput { get; init; }

    public int? MaxTokens { get; init; }

    /// <summary>Of one turn, in the currency of the models' prices.</summary>
    public decimal? MaxCost { get; init; }

    /// <summary>Of one conversation, as long as it lives.</summary>
    public UsageLimits? Conversation { get; init; }

    /// <summary>Of all turns of one day in the tenant's time zone.</summary>
    public UsageLimits? Day { get; init; }
}
