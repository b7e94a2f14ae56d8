using FlowEngine.Comparing.Statistics;
using FlowEngine.Comparing.Verdicts;
using FlowEngine.Storage.Comparisons;

namespace FlowEngine.ParallelRuns.Gates;

/// <summary>Rows as statistics take them.</summary>
public static class ComparedRow
{
    private const double All = 100;

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
        Result = ComparisonResultNames.TryRead(row.Result, out var result)
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

    /// <summary><c>aa</c> where the control ran against itself, else <c>ab</c>.</summary>
    public static string Kind(ComparisonRow row) => row.Candidate == row.AnsweredBy ? "aa" : "ab";
}
