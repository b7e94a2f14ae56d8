using System.Text;
using FlowEngine.Comparing.Reporting;
using FlowEngine.Conversations;

namespace FlowEngine.Comparing.Coverage;

/// <summary>Coverage as aligned plain text, for a terminal.</summary>
public static class CoverageText
{
    private const int LongestExample = 48;

    public static string Write(CoverageReport report)
    {
        var text = new StringBuilder();
        text.Append(report.Share is { } share && report.Interval is { } interval
            ? $"The flow handles {FigureText.Share(share)} [{FigureText.Number(interval.Low * 100, "0.0")}, {FigureText.Number(interval.High * 100, "0.0")}] "
                + $"of {FigureText.Count(report.Conversations - report.NotWalked)} recorded conversations.\n\n"
            : "The flow was tried with none of the recorded conversations.\n\n");
        TextTable.Append(text, new(
            "By intent",
            ["intent", "conversations", "handled", "share", "for example"],
            [.. report.Intents.Select(intent => (string[])[intent.Intent, FigureText.Count(intent.Conversations), FigureText.Count(intent.Handled), Share(intent.Share), Short(intent.Example)])]));
        TextTable.Append(text, new(
            "By intent and outcome",
            ["intent", "outcome", "conversations", "handled", "share", "why not", "not handled, for example"],
            [.. report.Intents.SelectMany(intent => intent.Outcomes.Select(outcome => (string[])
                [intent.Intent, outcome.Outcome, FigureText.Count(outcome.Conversations), FigureText.Count(outcome.Handled), Share(outcome.Share),
                    string.Join(", ", outcome.Reasons.Select(reason => $"{reason.Name} {FigureText.Count(reason.Count)}")), string.Join(" ", outcome.OtherExamples)]))]));
        return text.ToString();
    }

    private static string Share(double? share) => share is { } known ? FigureText.Share(known) : "not tried";

    private static string Short(string text)
    {
        var line = TextTable.Clean(text);
        return line.Length > LongestExample ? UnicodeText.Title(line, LongestExample - 1) + "…" : line;
    }
}
