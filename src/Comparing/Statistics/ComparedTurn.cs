namespace FlowEngine.Comparing.Statistics;

/// <summary>One comparison as statistics see it; the unit of every figure is its conversation, not the turn.</summary>
public sealed record ComparedTurn : TurnTraits
{
    public required string Id { get; init; }

    public required string Tenant { get; init; }

    public required string Conversation { get; init; }

    /// <summary>The turn's number in its conversation, from 1.</summary>
    public required int Seq { get; init; }

    /// <summary><c>resync</c> or <c>free</c>.</summary>
    public required string Mode { get; init; }

    public required string Stage { get; init; }

    /// <summary>Key of the cause; null where nothing differs.</summary>
    public string? Cluster { get; init; }

    /// <summary>Name of the ladder's step.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>1 / share sampled at the time; 1 where every turn was compared.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>When the user was answered; not to be held against <see cref="CandidateMs"/>, which was taken under other conditions.</summary>
    public required double ControlMs { get; init; }

    /// <summary>Null where the candidate did not run.</summary>
    public double? CandidateMs { get; init; }

    public double? ControlFirstMs { get; init; }

    public double? CandidateFirstMs { get; init; }

    /// <summary>
    /// What the control took on this turn when it was run again as candidates are: under the conditions of <see cref="CandidateMs"/>.
    /// Null where it was not run again, or failed then.
    /// </summary>
    public double? AgainMs { get; init; }

    public double? AgainFirstMs { get; init; }

    /// <summary>1 / share sampled of the turns that were compared and whose control was run again.</summary>
    public double AgainWeight { get; init; } = 1;

    public decimal? ControlCost { get; init; }

    public decimal? CandidateCost { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Why the candidate did not run; null where it did.</summary>
    public string? Skipped { get; init; }

    /// <summary>An ignore rule that would have applied is expired.</summary>
    public bool ExpiredRule { get; init; }
}
