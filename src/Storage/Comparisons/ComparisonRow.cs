namespace FlowEngine.Storage.Comparisons;

/// <summary>One comparison without its texts.</summary>
public sealed record ComparisonRow
{
    public required long RowId { get; init; }

    public required Guid Id { get; init; }

    public required Guid Conversation { get; init; }

    public required Guid TurnId { get; init; }

    public required int Seq { get; init; }

    public required string Stage { get; init; }

    public required string AnsweredBy { get; init; }

    /// <summary>The same as <see cref="AnsweredBy"/> in a run of the control against itself.</summary>
    public required string Candidate { get; init; }

    public required string Mode { get; init; }

    /// <summary>Percent of the turns that were compared this way when the turn was.</summary>
    public required double Sample { get; init; }

    public required string Result { get; init; }

    public string? SkippedReason { get; init; }

    public string? Severity { get; init; }

    public string? DecidedBy { get; init; }

    public string? Cluster { get; init; }

    public required bool ExpiredRule { get; init; }

    public required double ControlMs { get; init; }

    public double? ControlFirstMs { get; init; }

    public double? CandidateMs { get; init; }

    public double? CandidateFirstMs { get; init; }

    /// <summary>
    /// What the control took on this turn when it was run against itself, as a candidate is; null where it was not, failed then, or this is that run.
    /// </summary>
    public double? AgainMs { get; init; }

    public double? AgainFirstMs { get; init; }

    /// <summary>Percent of the turns whose control was run against itself when this turn was; null where it was not.</summary>
    public double? AgainSample { get; init; }

    public decimal? ControlCost { get; init; }

    public decimal? CandidateCost { get; init; }

    public string? Currency { get; init; }

    public string? UnpricedModel { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <param name="Control">JSON of the observation, masked; null where nothing ran.</param>
/// <param name="ControlRaw">JSON as it was; null after its retention.</param>
/// <param name="Verdict">JSON with every step of the ladder.</param>
public sealed record ComparisonDetail(
    ComparisonRow Row,
    string? Control,
    string? Candidate,
    string? ControlRaw,
    string? CandidateRaw,
    string? Verdict,
    long? FlowVersionId,
    int Attempts,
    DateTimeOffset? FinishedAt);
