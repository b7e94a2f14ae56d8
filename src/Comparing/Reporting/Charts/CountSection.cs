namespace FlowEngine.Comparing.Reporting.Charts;

/// <summary>What was counted, of all modes together.</summary>
internal static class CountSection
{
    public static void Draw(Markup page, Summary summary)
    {
        page.Element("h2", "What was compared").Open("div", ("class", "grid"));
        Figure(page, "Results", CountTables.Results(summary), () => MixChart.Draw(page, "results", "Results", "Turns by result.", Bars(summary.Results, summary.Turns, ResultStyle)));
        Figure(page, "Severity", CountTables.Severities(summary), () => MixChart.Draw(page, "severity", "Severity", "Turns that both engines ran, by severity.",
            Bars(summary.Severities, summary.Severities.Sum(severity => severity.Count), name => name)));
        Figure(page, "Over time", CountTables.Days(summary), () => DaysChart.Draw(page, "days", "Over time", "Comparisons between the engines by day.", summary.Days));
        page.Close("div");
        TableSection.Card(page, CountTables.Groups(summary));
        page.Open("div", ("class", "grid"));
        TableSection.Card(page, CountTables.Stages(summary));
        TableSection.Card(page, CountTables.Skipped(summary));
        TableSection.Card(page, CountTables.DecidedBy(summary));
        page.Close("div");
    }

    private static void Figure(Markup page, string title, ReportTable table, Action draw)
    {
        page.Open("figure").Element("h3", title);
        draw();
        TableSection.Folded(page, table);
        page.Close("figure");
    }

    private static ChartBar[] Bars(IReadOnlyList<NamedCount> counts, int of, Func<string, string> style) =>
        [.. counts.Where(count => count.Count > 0).Select(count => new ChartBar(
            count.Name.Replace('_', ' '), count.Count, $"{FigureText.Count(count.Count)} ({FigureText.Share((double)count.Count / of)})", style(count.Name)))];

    private static string ResultStyle(string result) => result switch
    {
        "matched" or "both_failed_same" => "same",
        "mismatched" => "differs",
        "control_failed" or "candidate_failed" or "both_failed_differently" => "failed",
        "ignored" or "inconclusive" => "neither",
        _ => "notrun",
    };
}
