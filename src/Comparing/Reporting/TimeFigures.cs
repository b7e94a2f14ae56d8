using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Reporting;

/// <summary>Milliseconds, on the turns that both engines answered.</summary>
/// <param name="MedianDifference">V2 less V1, turn by turn.</param>
public sealed record TimeFigures(Estimate V1Median, Estimate V2Median, Estimate V1P95, Estimate V2P95, Estimate MedianDifference, Estimate P95Ratio);
