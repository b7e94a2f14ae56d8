using System.Globalization;
using System.Text;

namespace FlowEngine.Comparing.Reporting;

/// <summary>Summaries as aligned plain text, for a terminal.</summary>
public static class SummaryText
{
    public static string Write(Summary summary)
    {
        var text = new StringBuilder();
        TextLines.Append(text, SummaryWords.Sample(summary));
        TextLines.Append(text, $"Intervals: {FigureText.Share(summary.Confidence)} over conversations; smallest effects: seen with {FigureText.Share(summary.Power)}.");
        foreach (var note in SummaryWords.Notes(summary))
        {
            TextLines.Append(text, TextTable.Clean(note));
        }

        text.Append('\n');
        foreach (var mode in summary.Modes)
        {
            TextLines.Append(text, $"{TextTable.Clean(mode.Mode)}: {Headline.Of(mode)}");
            text.Append('\n');
            TextTable.Append(text, FigureTables.Rates(mode));
            TextTable.Append(text, FigureTables.Times(mode));
            TextTable.Append(text, FigureTables.Costs(mode));
        }

        foreach (var table in Tables(summary))
        {
            TextTable.Append(text, table);
        }

        return text.ToString();
    }

    private static IEnumerable<ReportTable> Tables(Summary summary) =>
    [
        CountTables.Results(summary), CountTables.Severities(summary), CountTables.Skipped(summary), CountTables.Stages(summary), CountTables.Groups(summary),
        CountTables.DecidedBy(summary), CountTables.Causes(summary), CountTables.Days(summary),
    ];
}
