namespace FlowEngine.Comparing.Verdicts;

/// <summary>What one step of the ladder found.</summary>
/// <param name="Decided">The verdict is this step's.</param>
/// <param name="Equal">Null where the step does not say, or was not asked.</param>
/// <param name="Values">Figures by name: <c>f1</c>, <c>rouge_l</c>, <c>asked</c>.</param>
public sealed record LadderStep(
    string Name,
    bool Decided,
    bool? Equal,
    IReadOnlyDictionary<string, double> Values,
    IReadOnlyList<Difference> Differences)
{
    /// <summary>What is no figure: the normaliser's, model's and rubric's version, why the step was not asked.</summary>
    public IReadOnlyDictionary<string, string> Notes { get; init; } = new Dictionary<string, string>();
}
