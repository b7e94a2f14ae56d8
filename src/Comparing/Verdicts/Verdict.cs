namespace FlowEngine.Comparing.Verdicts;

/// <summary>What comparing two observations of one turn came to.</summary>
public sealed record Verdict
{
    public required ComparisonResult Result { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>Name of the step that decided.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>Cheapest first; all that were reached, also after the one that decided.</summary>
    public required IReadOnlyList<LadderStep> Steps { get; init; }

    /// <summary>What only one of the engines can have; of no severity.</summary>
    public IReadOnlyList<Difference> OnlyIn { get; init; } = [];

    /// <summary>Null where nothing differs.</summary>
    public RootCause? Cause { get; init; }

    /// <summary>Ids of the ignore rules that took differences out, joined by comma.</summary>
    public string? IgnoredBy { get; init; }

    /// <summary>Ids of rules that would have, but are expired, joined by comma.</summary>
    public string? ExpiredRules { get; init; }

    /// <summary>What a comparator threw; the two count as not equal then.</summary>
    public string? ComparatorFault { get; init; }

    /// <summary>Null where no model was asked.</summary>
    public VerdictUsage? Usage { get; init; }
}
