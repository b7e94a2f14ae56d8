namespace FlowEngine.Comparing.Ladder;

/// <summary>Where the steps that measure draw their lines. Values between the lines are the grey band.</summary>
public sealed record LadderOptions
{
    /// <summary>Token F1 from which on two replies with the same entities are the same answer, with <see cref="EqualRougeL"/>.</summary>
    public double EqualF1 { get; init; } = 0.9;

    public double EqualRougeL { get; init; } = 0.8;

    /// <summary>Token F1 below which two replies are different, and neither an embedding model nor a judge is asked.</summary>
    public double DifferentF1 { get; init; } = 0.2;

    /// <summary>Cosine similarity from which on two replies are the same answer.</summary>
    public double EqualSimilarity { get; init; } = 0.92;

    public double DifferentSimilarity { get; init; } = 0.6;

    /// <summary>Share of the comparisons in the grey band that are put to the judge, 0 to 1.</summary>
    public double JudgeSample { get; init; } = 1;

    /// <summary>Characters of a reply that entities are looked for in and that are measured; the exact step reads all.</summary>
    public int MaxText { get; init; } = 20_000;
}
