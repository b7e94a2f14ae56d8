using System.Globalization;
using System.Text;
using FlowEngine.Comparing.Gates;

namespace FlowEngine.Comparing.Reporting;

/// <summary>Summaries and gates as aligned plain text, for a terminal.</summary>
public static class SummaryText
{
    public static string Write(Summary summary)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{FigureText.Count(summary.Turns)} comparisons of {FigureText.Count(summary.Conversations)} conversations, ")
            .Append(CultureInfo.InvariantCulture, $"{FigureText.Day(summary.From)} to {FigureText.Day(summary.To)}.\n");
        text.Append(CultureInfo.InvariantCulture, $"Intervals: {FigureText.Share(summary.Confidence)} over conversations; smallest effects: seen with {FigureText.Share(summary.Power)}.\n\n");
        foreach (var fault in summary.PriceFaults)
        {
            text.Append(CultureInfo.InvariantCulture, $"! {TextTable.Clean(fault)}\n");
        }

        foreach (var mode in summary.Modes)
        {
            text.Append(CultureInfo.InvariantCulture, $"{TextTable.Clean(mode.Mode)}: {Headline.Of(mode)}\n\n");
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

    public static string Write(GateEvaluation gate)
    {
        var text = new StringBuilder(TextTable.Clean(GateTables.Verdict(gate)) + "\n");
        text.Append(CultureInfo.InvariantCulture, $"{FigureText.Count(gate.Turns)} turns of {FigureText.Count(gate.Conversations)} conversations.\n\n");
        if (gate.Criteria.Count > 0)
        {
            TextTable.Append(text, GateTables.Of(gate));
        }

        return text.ToString();
    }

    private static IEnumerable<ReportTable> Tables(Summary summary) =>
    [
        CountTables.Results(summary), CountTables.Severities(summary), CountTables.Skipped(summary), CountTables.Stages(summary), CountTables.Groups(summary),
        CountTables.DecidedBy(summary), CountTables.Causes(summary), CountTables.Days(summary),
    ];
}
