namespace FlowEngine.Comparing.Gates;

/// <summary>What must hold before a tenant goes a stage further. A ceiling that is null is not asked.</summary>
public sealed record GateFile
{
    public int Version { get; init; }

    public string? Name { get; init; }

    /// <summary><c>resync</c> or <c>free</c>: which comparisons count.</summary>
    public string Mode { get; init; } = "resync";

    /// <summary>Turns from then on; null: from the first.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Turns before then; null: to the last.</summary>
    public DateTimeOffset? To { get; init; }

    public int MinConversations { get; init; }

    public int MinTurns { get; init; }

    /// <summary>Conversations that were run against themselves.</summary>
    public int MinFloorConversations { get; init; } = 30;

    /// <summary>1 less the chance that a gate without a real difference fails, all criteria together.</summary>
    public double Confidence { get; init; } = 0.95;

    public double Power { get; init; } = 0.8;

    public int Resamples { get; init; } = 2000;

    public int Seed { get; init; } = 20240229;

    public double? MaxExcessMismatch { get; init; }

    public double? MaxBlocking { get; init; }

    public int? MaxBlockingCount { get; init; }

    public double? MaxErrorRateDifference { get; init; }

    public double? MaxP95Ratio { get; init; }

    public double? MaxFirstTokenP95Ratio { get; init; }

    public double? MaxCostPerConversationRatio { get; init; }

    public double? MaxAbandoned { get; init; }

    public double? MaxFallbackRate { get; init; }
}
