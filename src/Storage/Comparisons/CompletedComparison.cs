namespace FlowEngine.Storage.Comparisons;

/// <summary>What became of a comparison.</summary>
public sealed record CompletedComparison
{
    public required LeasedComparison Run { get; init; }

    /// <summary>Any result but <c>pending</c>.</summary>
    public required string Result { get; init; }

    public string? SkippedReason { get; init; }

    public string? Severity { get; init; }

    public string? DecidedBy { get; init; }

    public string? Cluster { get; init; }

    public bool ExpiredRule { get; init; }

    /// <summary>JSON, masked.</summary>
    public string? Control { get; init; }

    /// <summary>JSON as it was.</summary>
    public string? CandidateRaw { get; init; }

    /// <summary>JSON, masked.</summary>
    public string? CandidateAnswer { get; init; }

    /// <summary>JSON.</summary>
    public string? Verdict { get; init; }

    public double? CandidateMs { get; init; }

    public double? CandidateFirstMs { get; init; }

    public int CandidateTokens { get; init; }

    public decimal? CandidateCost { get; init; }

    public string? Currency { get; init; }

    /// <summary>Of the models that the verdict asked: counted to the tenant's day, and no figure of the candidate.</summary>
    public int VerdictTokens { get; init; }

    public decimal VerdictCost { get; init; }

    public string? UnpricedModel { get; init; }

    /// <summary>The candidate's state after this turn, kept with the result or not at all; null leaves what is there.</summary>
    public string? State { get; init; }

    /// <summary>Of the tenant, for its budget.</summary>
    public required DateOnly Day { get; init; }
}
