using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Statistics;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.ParallelRuns.Recorded;

/// <summary>One comparison of one turn of a recorded conversation. What it holds of persons is masked.</summary>
/// <param name="Message">The user's.</param>
/// <param name="Candidate">Null where it did not run.</param>
public sealed record PlayedTurn(ComparedTurn Turn, string Message, Observation Control, Observation? Candidate, Verdict? Verdict);
