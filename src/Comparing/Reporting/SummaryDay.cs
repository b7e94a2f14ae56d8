namespace FlowEngine.Comparing.Reporting;

/// <summary>Comparisons between the engines of one day, in UTC.</summary>
/// <param name="Same">Matched, or failed alike.</param>
/// <param name="Neither">Ignored or inconclusive.</param>
/// <param name="NotRun">Skipped, abandoned or pending.</param>
public sealed record SummaryDay(DateOnly Day, int Same, int Differing, int Neither, int NotRun);
