using System.Globalization;

namespace FlowEngine.Comparing.Reporting;

/// <summary>The counts of a summary as tables.</summary>
internal static class CountTables
{
    private const int MostCauses = 20;

    public static ReportTable Results(Summary summary) => Counts("Results", "result", summary.Results, summary.Turns);

    public static ReportTable Severities(Summary summary) =>
        Counts("Severity", "severity", summary.Severities, summary.Severities.Sum(severity => severity.Count)) with { Note = "Of the turns in which both engines ran." };

    public static ReportTable Skipped(Summary summary) => Counts("Skipped", "reason", summary.Skipped, summary.Skipped.Sum(reason => reason.Count));

    public static ReportTable Stages(Summary summary) => Counts("Stages", "stage", summary.Stages, summary.Turns);

    public static ReportTable DecidedBy(Summary summary) => Counts("Decided by", "step", summary.DecidedBy, summary.DecidedBy.Sum(step => step.Count));

    public static ReportTable Groups(Summary summary) => new(
        "By candidate, mode and kind",
        ["candidate", "mode", "kind", "turns", "conversations", "results"],
        [.. summary.Groups.Select(group => (string[])
            [group.Candidate, group.Mode, group.Kind, FigureText.Count(group.Turns), FigureText.Count(group.Conversations),
                string.Join(", ", group.Results.Select(result => $"{result.Name} {FigureText.Count(result.Count)}"))])]);

    public static ReportTable Causes(Summary summary) => new(
        "Causes of differences",
        ["cause", "turns", "conversations", "severity", "key", "example"],
        [.. summary.Causes.Take(MostCauses).Select(cause => (string[])
            [cause.Title, FigureText.Count(cause.Turns), FigureText.Count(cause.Conversations), cause.Severity.ToString().ToLowerInvariant(), cause.Cluster, cause.ExampleId])])
    {
        Note = summary.Causes.Count > MostCauses ? $"The {MostCauses} most frequent of {FigureText.Count(summary.Causes.Count)}." : null,
    };

    public static ReportTable Days(Summary summary) => new(
        "By day",
        ["day (UTC)", "same", "differing", "neither", "not run"],
        [.. summary.Days.Select(day => (string[])
            [day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), FigureText.Count(day.Same), FigureText.Count(day.Differing),
                FigureText.Count(day.Neither), FigureText.Count(day.NotRun)])]);

    private static ReportTable Counts(string title, string what, IReadOnlyList<NamedCount> counts, int of) => new(
        title,
        [what, "turns", "share"],
        [.. counts.Where(count => count.Count > 0).Select(count => (string[])[count.Name, FigureText.Count(count.Count), FigureText.Share((double)count.Count / of)])]);
}
