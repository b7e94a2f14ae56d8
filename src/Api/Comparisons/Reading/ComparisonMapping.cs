using FlowEngine.ParallelRuns.Gates;
using FlowEngine.Storage.Comparisons;

namespace FlowEngine.Api.Comparisons.Reading;

/// <summary>Rows as the API shows them.</summary>
public static class ComparisonMapping
{
    public static ComparisonView View(ComparisonRow row) => new(
        row.Id, row.At, row.Conversation, row.TurnId, row.Seq, row.Stage, row.AnsweredBy, row.Candidate, row.Mode, ComparedRow.Kind(row), row.Sample, row.Result,
        row.SkippedReason, row.Severity, row.DecidedBy, row.Cluster, row.ExpiredRule, row.ControlMs, row.CandidateMs, row.ControlFirstMs,
        row.CandidateFirstMs, row.ControlCost, row.CandidateCost, row.Currency, row.UnpricedModel, row.AgainMs,
        Withheld(row) is null ? row.CandidateMs - row.AgainMs : null, Withheld(row));

    /// <summary>Why there is no time of this comparison that could be held against another; null where there is.</summary>
    private static string? Withheld(ComparisonRow row) => row.Result switch
    {
        "pending" or "skipped" or "abandoned" => "not_run",
        "control_failed" or "candidate_failed" or "both_failed_same" or "both_failed_differently" => "failed",
        _ when ComparedRow.Kind(row) == "aa" => "against_itself",
        _ when row.CandidateMs is null => "not_measured",
        _ => row.AgainMs is null ? "control_not_run_again" : null,
    };
}
