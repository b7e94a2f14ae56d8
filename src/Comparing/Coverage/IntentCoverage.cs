namespace FlowEngine.Comparing.Coverage;

/// <param name="Intent">A known intent's name, or the words that set these conversations apart.</param>
/// <param name="Share">Handled of those walked; null where none was.</param>
/// <param name="Example">What a user asked in the most typical of them.</param>
public sealed record IntentCoverage(
    string Intent, int Conversations, int Handled, int NotWalked, double? Share, string Example, IReadOnlyList<OutcomeCoverage> Outcomes)
{
    /// <summary>Of those handled, the ones that the flow's general answer served.</summary>
    public int General { get; init; }
}
