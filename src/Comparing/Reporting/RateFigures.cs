using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Reporting;

/// <summary>Shares of turns, weighted by how they were sampled.</summary>
/// <param name="Floor">By how much the engine that answers differs from itself.</param>
/// <param name="Excess"><paramref name="Mismatch"/> over <paramref name="Floor"/>.</param>
/// <param name="FailureDifference">V2 less V1.</param>
/// <param name="Failures">Of turns that only V2 and only V1 failed; null where none was compared. It takes turns as independent: the interval does not.</param>
public sealed record RateFigures(
    Estimate Mismatch,
    Estimate Floor,
    Estimate Excess,
    Estimate Blocking,
    Estimate BlockingExcess,
    Estimate V1Failures,
    Estimate V2Failures,
    Estimate FailureDifference,
    McNemar? Failures);
