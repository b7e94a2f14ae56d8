using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Gates;

/// <summary>A ceiling of the file with the figure that it is about.</summary>
/// <param name="Evidence">Ids, the worst first.</param>
/// <param name="IsShare">Shown in per cent; else a ratio.</param>
internal sealed record AskedCriterion(string Name, double Ceiling, Measured Measured, IReadOnlyList<string> Evidence, bool IsShare)
{
    /// <summary>What else is too little, as a sentence; null where enough.</summary>
    public string? TooFew { get; init; }
}
