using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Gates;

/// <summary>One ceiling and how the sample stands to it.</summary>
public sealed record GateCriterion
{
    public required string Name { get; init; }

    /// <summary>What it is about, for a person.</summary>
    public string Title => CriterionTexts.Title(Name);

    public required CriterionStatus Status { get; init; }

    public required double Ceiling { get; init; }

    /// <summary>Null where there is no such figure.</summary>
    public double? Value { get; init; }

    /// <summary>
    /// The ends that decided: failed where <see cref="Interval.Low"/> is above the ceiling, passed where
    /// <see cref="Interval.High"/> is not. Null for counts.
    /// </summary>
    public Interval? Interval { get; init; }

    public int Turns { get; init; }

    public int Conversations { get; init; }

    /// <summary>How far above the ceiling the truth must be for this sample to fail with the gate's power, in the criterion's unit.</summary>
    public double? SmallestEffect { get; init; }

    /// <summary>A sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Ids of the comparisons that speak most against the criterion, the worst first.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];
}
