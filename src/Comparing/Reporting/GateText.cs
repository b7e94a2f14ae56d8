using System.Globalization;
using FlowEngine.Comparing.Gates;

namespace FlowEngine.Comparing.Reporting;

/// <summary>What came of a gate, as text for a person.</summary>
public static class GateText
{
    private const int Indent = 2;

    /// <summary>Criterion by criterion, for a terminal.</summary>
    public static IEnumerable<ReportPart> Parts(GateEvaluation gate) =>
        [new ReportParagraph(Verdict(gate)), new ReportParagraph(Sample(gate)), .. gate.Criteria.SelectMany(Parts)];

    /// <summary>In one paragraph: what does not pass, by name; criteria that say the same share a sentence.</summary>
    public static string Short(GateEvaluation gate)
    {
        var open = gate.Criteria
            .Where(criterion => criterion.Status != CriterionStatus.Passed)
            .OrderByDescending(criterion => criterion.Status == CriterionStatus.Failed)
            .GroupBy(criterion => criterion.Reason, criterion => criterion.Title, StringComparer.Ordinal)
            .Select(same => $"{string.Join("; ", same)}: {same.Key}");
        var pending = gate.Pending > 0 ? new[] { Pending(gate.Pending) } : [];
        return string.Join(
            ' ',
            gate.Errors.Concat(open).DefaultIfEmpty($"All {gate.Criteria.Count} criteria pass on {gate.Conversations} conversations.").Concat(pending));
    }

    public static string Verdict(GateEvaluation gate) => gate.Status switch
    {
        GateStatus.Passed => "The gate is passed.",
        GateStatus.Failed => "The gate fails.",
        GateStatus.NotEnoughData => "There is not enough data for the gate.",
        _ => $"The gate is refused. {string.Join(" ", gate.Errors)}",
    };

    /// <summary>What it was held against.</summary>
    public static string Sample(GateEvaluation gate)
    {
        var window = gate.From is null && gate.To is null ? ""
            : $" from {(gate.From is null ? "the beginning" : FigureText.Day(gate.From))} to {(gate.To is null ? "now" : FigureText.Day(gate.To))}";
        return $"{FigureText.Count(gate.Turns)} turns of {FigureText.Count(gate.Conversations)} conversations were compared{window}."
            + (gate.Pending > 0 ? $" {Pending(gate.Pending)}" : "");
    }

    internal static string Words(CriterionStatus status) => status switch
    {
        CriterionStatus.Passed => "passed",
        CriterionStatus.Failed => "FAILED",
        _ => FigureText.NotEnough,
    };

    private static IEnumerable<ReportPart> Parts(GateCriterion criterion) =>
    [
        new ReportParagraph(""),
        new ReportParagraph($"{Words(criterion.Status)}: {criterion.Title} ({criterion.Name})"),
        new ReportParagraph(criterion.Reason, Indent),
        new ReportParagraph(Figures(criterion), Indent),
        .. criterion.Evidence.Count == 0 ? (ReportPart[])[] : [new ReportParagraph($"Look at: {string.Join(' ', criterion.Evidence)}", Indent)],
    ];

    private static string Pending(int count) => string.Create(
        CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "comparison is" : "comparisons are")} still pending and not in these figures.");

    private static string Figures(GateCriterion criterion) =>
        $"value {(criterion.Value is { } value ? CriterionTexts.Value(criterion.Name, value) : "-")}, "
        + $"ceiling {CriterionTexts.Value(criterion.Name, criterion.Ceiling)}, "
        + $"{FigureText.Count(criterion.Turns)} turns of {FigureText.Count(criterion.Conversations)} conversations";
}
