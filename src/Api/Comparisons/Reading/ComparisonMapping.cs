using FlowEngine.Comparing.Statistics;
using FlowEngine.Comparing.Verdicts;
using FlowEngine.Storage.Comparisons;

namespace FlowEngine.Api.Comparisons.Reading;

/// <summary>Rows as the API shows them, and as statistics take them.</summary>
public static class ComparisonMapping
{
    private const double All = 100;

    public static ComparisonView View(ComparisonRow row) => new(
        row.Id, row.At, row.Conversation, row.TurnId, row.Seq, row.Stage, row.AnsweredBy, row.Candidate, row.Mode, Kind(row), row.Sample, row.Result,
        row.SkippedReason, row.Severity, row.DecidedBy, row.Cluster, row.ExpiredRule, row.ControlMs, row.CandidateMs, row.ControlFirstMs,
        row.CandidateFirstMs, row.ControlCost, row.CandidateCost, row.Currency, row.UnpricedModel, row.AgainMs,
        Withheld(row) is null ? row.CandidateMs - row.AgainMs : null, Withheld(row));

    /// <exception cref="InvalidOperationException">The row has a result that this version does not know.</exception>
    public static ComparedTurn Turn(ComparisonRow row, string tenant) => new()
    {
        Id = row.Id.ToString(),
        Tenant = tenant,
        Conversation = row.Conversation.ToString(),
        Seq = row.Seq,
        Kind = Kind(row),
        Mode = row.Mode,
        Stage = row.Stage,
        AnsweredBy = row.AnsweredBy,
        Candidate = row.Candidate,
        Result = ComparisonResultText.TryRead(row.Result, out var result)
            ? result
            : throw new InvalidOperationException($"Comparison {row.Id} has the result '{row.Result}', which is not known."),
        Severity = Enum.TryParse<Severity>(row.Severity, ignoreCase: true, out var severity) ? severity : Severity.None,
        Cluster = row.Cluster,
        DecidedBy = row.DecidedBy,
        Weight = row.Sample > 0 ? All / row.Sample : 1,
        ControlMs = row.ControlMs,
        CandidateMs = row.CandidateMs,
        ControlFirstMs = row.ControlFirstMs,
        CandidateFirstMs = row.CandidateFirstMs,
        AgainMs = row.AgainMs,
        AgainFirstMs = row.AgainFirstMs,
        AgainWeight = row.AgainSample is > 0 and var sample ? All / sample : 1,
        ControlCost = row.ControlCost,
        CandidateCost = row.CandidateCost,
        Currency = row.Currency,
        Unpriced = row.UnpricedModel is not null,
        UnpricedModel = row.UnpricedModel,
        At = row.At,
        Skipped = row.SkippedReason,
        ExpiredRule = row.ExpiredRule,
    };

    /// <summary>Why there is no time of this comparison that could be held against another; null where there is.</summary>
    private static string? Withheld(ComparisonRow row) => row.Result switch
    {
        "pending" or "skipped" or "abandoned" => "not_run",
        "control_failed" or "candidate_failed" or "both_failed_same" or "both_failed_differently" => "failed",
        _ when Kind(row) == "aa" => "against_itself",
        _ when row.CandidateMs is null => "not_measured",
        _ => row.AgainMs is null ? "control_not_run_again" : null,
    };

    private static string Kind(ComparisonRow row) => row.Candidate == row.AnsweredBy ? "aa" : "ab";
}
