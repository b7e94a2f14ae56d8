using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Reporting;

/// <summary>Per conversation, of one currency.</summary>
public sealed record CostFigures(string Currency, Estimate V1, Estimate V2, Estimate Ratio, Estimate MedianDifference);
