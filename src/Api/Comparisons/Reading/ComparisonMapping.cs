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
        row.CandidateFirstMs, row.ControlCost, row.CandidateCost, row.Currency, row.UnpricedModel);

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
            : throw new InvalidOperationException($"Comparison {row.Id} has the result '{row.Result}', which is none."),
        Severity = Enum.TryParse<Severity>(row.Severity, ignoreCase: true, out var severity) ? severity : Severity.None,
        Cluster = row.Cluster,
        DecidedBy = row.DecidedBy,
        Weight = row.Sample > 0 ? All / row.Sample : 1,
        ControlMs = row.ControlMs,
        CandidateMs = row.CandidateMs,
        ControlFirstMs = row.ControlFirstMs,
        CandidateFirstMs = row.CandidateFirstMs,
        ControlCost = row.ControlCost,
        CandidateCost = row.CandidateCost,
        Currency = row.Currency,
        Unpriced = row.UnpricedModel is not null,
        UnpricedModel = row.UnpricedModel,
        At = row.At,
        Skipped = row.SkippedReason,
        ExpiredRule = row.ExpiredRule,
    };

    private static string Kind(ComparisonRow row) => row.Candidate == row.AnsweredBy ? "aa" : "ab";
}
