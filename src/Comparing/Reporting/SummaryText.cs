using System.Globalization;
using System.Text;

namespace FlowEngine.Comparing.Reporting;

/// <summary>Summaries for a terminal.</summary>
public static class SummaryText
{
    private static readonly ReportParagraph s_emptyLine = new("");

    public static IEnumerable<ReportPart> Parts(Summary summary) =>
    [
        new ReportParagraph(SummaryWords.Sample(summary)),
        new ReportParagraph($"Intervals: {FigureText.Share(summary.Confidence)} over conversations; smallest effects: seen with {FigureText.Share(summary.Power)}."),
        .. SummaryWords.Notes(summary).Select(note => new ReportParagraph(note)),
        s_emptyLine,
        .. summary.Modes.SelectMany(Mode),
        CountTables.Results(summary), CountTables.Severities(summary), CountTables.Skipped(summary), CountTables.Stages(summary), CountTables.Groups(summary),
        CountTables.DecidedBy(summary), CountTables.Causes(summary), CountTables.Days(summary),
    ];

    private static IEnumerable<ReportPart> Mode(ModeFigures mode) =>
        [new ReportParagraph($"{mode.Mode}: {Headline.Of(mode)}"), s_emptyLine, FigureTables.Rates(mode), FigureTables.Times(mode), FigureTables.Costs(mode)];
}
