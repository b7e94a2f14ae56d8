using FlowEngine.Comparing.Reporting;
using FlowEngine.Conversations;

namespace FlowEngine.Comparing.Coverage;

/// <summary>Coverage for a terminal.</summary>
public static class CoverageText
{
    private const int LongestExample = 48;

    public static IEnumerable<ReportPart> Parts(CoverageReport report) =>
    [
        new ReportParagraph(report.Share is { } share && report.Interval is { } interval
            ? $"The flow handles {FigureText.Share(share)} [{FigureText.Number(interval.Low * 100, "0.0")}, {FigureText.Number(interval.High * 100, "0.0")}] "
                + $"of {FigureText.Count(report.Conversations - report.NotWalked)} recorded conversations: {FigureText.Count(report.Handled - report.General)} by branches for what was asked, "
                + $"{FigureText.Count(report.General)} by its general answer. {FigureText.Count(report.Conversations - report.NotWalked - report.Handled)} are not handled."
            : "The flow was tried with none of the recorded conversations."),
        new ReportParagraph(""),
        new ReportTable(
            "By intent (the words that set it apart)",
            ["intent", "conversations", "handled", "generally", "share", "for example"],
            [.. report.Intents.Select(intent => (string[])
                [intent.Intent, FigureText.Count(intent.Conversations), FigureText.Count(intent.Handled), FigureText.Count(intent.General), Share(intent.Share), Short(intent.Example)])]),
        new ReportTable(
            "By intent and outcome",
            ["intent", "outcome", "conversations", "handled", "share", "why not", "not handled, for example"],
            [.. report.Intents.SelectMany(intent => intent.Outcomes.Select(outcome => (string[])
                [intent.Intent, outcome.Outcome, FigureText.Count(outcome.Conversations), FigureText.Count(outcome.Handled), Share(outcome.Share),
                    string.Join(", ", outcome.Reasons.Select(reason => $"{reason.Name} ({FigureText.Count(reason.Count)})")), string.Join(" ", outcome.OtherExamples)]))]),
    ];

    private static string Share(double? share) => share is { } known ? FigureText.Share(known) : "not tried";

    private static string Short(string text) => UnicodeText.Shorten(text, LongestExample, "…");
}
