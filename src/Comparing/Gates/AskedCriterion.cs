using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Gates;

/// <summary>A ceiling of the file with the figure that it is about.</summary>
/// <param name="Evidence">Ids, the worst first.</param>
internal sealed record AskedCriterion(string Name, double Ceiling, Measured Measured, IReadOnlyList<string> Evidence)
{
    /// <summary>Compared conversations, of which there must be enough.</summary>
    public int Conversations { get; init; } = Measured.Conversations;

    public int Turns { get; init; } = Measured.Turns;

    /// <summary>What else is too little, as a sentence; null where enough.</summary>
    public string? TooFew { get; init; }
}
