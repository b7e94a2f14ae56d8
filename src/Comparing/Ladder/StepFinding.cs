using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Ladder;

/// <summary>What a step says of a pair, before ignore rules are held against it.</summary>
internal sealed record StepFinding
{
    /// <summary>Null where the step does not say, or was not asked.</summary>
    public bool? Equal { get; init; }

    /// <summary>What the comparison comes to if no earlier step decided; null where the step leaves it to the next.</summary>
    public ComparisonResult? Decides { get; init; }

    /// <summary>The result if no later step decides, such as <c>Mismatched</c> in the grey band between the thresholds; null: none.</summary>
    public ComparisonResult? Tends { get; init; }

    public IReadOnlyDictionary<string, double> Values { get; init; } = new Dictionary<string, double>();

    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <summary>What only one of the engines can have.</summary>
    public IReadOnlyList<Difference> OnlyIn { get; init; } = [];

    public IReadOnlyDictionary<string, string> Notes { get; init; } = new Dictionary<string, string>();

    public static StepFinding NotAsked(string reason) => new()
    {
        Values = new Dictionary<string, double> { ["asked"] = 0 },
        Notes = new Dictionary<string, string> { ["reason"] = reason },
    };

    /// <summary>Mismatched by its differences; undecided where there are none.</summary>
    public static StepFinding Of(IReadOnlyList<Difference> differences) => new()
    {
        Equal = differences.Count == 0,
        Decides = differences.Count == 0 ? null : ComparisonResult.Mismatched,
        Differences = differences,
    };
}
