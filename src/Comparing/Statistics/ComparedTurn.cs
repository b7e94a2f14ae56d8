using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Statistics;

/// <summary>One comparison as statistics see it; the unit of every figure is its conversation, not the turn.</summary>
public sealed record ComparedTurn
{
    public required string Id { get; init; }

    public required string Tenant { get; init; }

    public required string Conversation { get; init; }

    /// <summary>The turn's number in its conversation, from 1.</summary>
    public required int Seq { get; init; }

    /// <summary><c>ab</c>, or <c>aa</c>: the control against itself.</summary>
    public required string Kind { get; init; }

    /// <summary><c>resync</c> or <c>free</c>.</summary>
    public required string Mode { get; init; }

    public required string Stage { get; init; }

    /// <summary><c>v1</c> or <c>v2</c>.</summary>
    public required string AnsweredBy { get; init; }

    /// <summary><c>v1</c> or <c>v2</c>; the same as <see cref="AnsweredBy"/> in an <c>aa</c> run.</summary>
    public required string Candidate { get; init; }

    public required ComparisonResult Result { get; init; }

    public Severity Severity { get; init; }

    /// <summary>Key of the cause; null where nothing differs.</summary>
    public string? Cluster { get; init; }

    /// <summary>Name of the ladder's step.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>1 / share sampled at the time; 1 where every turn was compared.</summary>
    public double Weight { get; init; } = 1;

    public required double ControlMs { get; init; }

    /// <summary>Null where the candidate did not run.</summary>
    public double? CandidateMs { get; init; }

    public double? ControlFirstMs { get; init; }

    public double? CandidateFirstMs { get; init; }

    public decimal? ControlCost { get; init; }

    public decimal? CandidateCost { get; init; }

    /// <summary>ISO 4217; of both costs.</summary>
    public string? Currency { get; init; }

    /// <summary>A model of either side has no known price.</summary>
    public bool Unpriced { get; init; }

    public string? UnpricedModel { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Why the candidate did not run; null where it did.</summary>
    public string? Skipped { get; init; }

    /// <summary>An ignore rule that would have applied is expired.</summary>
    public bool ExpiredRule { get; init; }
}
