using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Reporting;

/// <summary>Milliseconds, on the turns that both engines answered and whose control was run again: both engines' times are a candidate's.</summary>
/// <param name="MedianDifference">V2 less V1, turn by turn: the excess over the control against itself.</param>
/// <param name="Conditions">The control run again less its answer to the user: what the conditions of a comparison make, and what is taken off.</param>
public sealed record TimeFigures(
    Estimate V1Median, Estimate V2Median, Estimate V1P95, Estimate V2P95, Estimate MedianDifference, Estimate P95Ratio, Estimate Conditions);
