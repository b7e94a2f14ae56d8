using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Coverage;

/// <summary>How much of what users ask for the flow handles. Conversations of the intents add up to <see cref="Conversations"/>.</summary>
/// <param name="Interval">Of the share, at 95 %; null where nothing was walked.</param>
/// <param name="Intents">The most frequent first.</param>
public sealed record CoverageReport(int Conversations, int Handled, int NotWalked, double? Share, Interval? Interval, IReadOnlyList<IntentCoverage> Intents)
{
    /// <summary>Of those handled, the ones that the flow has no branch for: its general answer served them.</summary>
    public int General { get; init; }
}
