using FlowEngine.Comparing.Reporting;

namespace FlowEngine.Comparing.Coverage;

/// <summary>The conversations of one intent that came to one outcome.</summary>
/// <param name="NotWalked">The flow was not tried with them; they are in no share.</param>
/// <param name="Share">Handled of those walked; null where none was.</param>
/// <param name="Reasons">Why those not handled were not.</param>
/// <param name="HandledExamples">Ids.</param>
/// <param name="OtherExamples">Ids of conversations that were not handled.</param>
public sealed record OutcomeCoverage(
    string Outcome,
    int Conversations,
    int Handled,
    int NotWalked,
    double? Share,
    IReadOnlyList<NamedCount> Reasons,
    IReadOnlyList<string> HandledExamples,
    IReadOnlyList<string> OtherExamples);
