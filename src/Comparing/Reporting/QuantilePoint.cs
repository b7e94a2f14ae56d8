namespace FlowEngine.Comparing.Reporting;

/// <param name="Share">Of turns that took at most so long.</param>
public sealed record QuantilePoint(double Share, double V1, double V2);
