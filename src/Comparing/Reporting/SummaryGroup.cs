namespace FlowEngine.Comparing.Reporting;

/// <summary>Counts of the comparisons of one candidate, mode and kind.</summary>
public sealed record SummaryGroup(string Candidate, string Mode, string Kind, int Turns, int Conversations, IReadOnlyList<NamedCount> Results);
