using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Reporting;

/// <summary>The comparisons of one day or hour.</summary>
/// <param name="At">Its beginning, in UTC.</param>
/// <param name="Turns">Comparisons between the engines in which both ran.</param>
/// <param name="Conversations">That these turns are of.</param>
/// <param name="Differs">Turns in which the engines differ.</param>
/// <param name="Rate">The share that differs, weighted by how turns were sampled.</param>
/// <param name="Floor">By how much the control differs from itself.</param>
public sealed record SeriesPoint(DateTimeOffset At, int Turns, int Conversations, int Differs, Estimate Rate, Estimate Floor);
