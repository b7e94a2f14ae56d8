namespace FlowEngine.Comparing.Reporting.Charts;

/// <summary>Horizontal bars, each under its label.</summary>
internal static class BarChart
{
    private const double Row = 40;
    private const double Room = 84;

    public static void Draw(Markup page, string id, string title, string description, IReadOnlyList<ChartBar> bars)
    {
        ChartFrame.Begin(page, id, Math.Max(1, bars.Count) * Row + 4, title, description);
        var largest = bars.Count == 0 ? 1 : Math.Max(1e-12, bars.Max(bar => bar.Value));
        for (var i = 0; i < bars.Count; i++)
        {
            var width = bars[i].Value / largest * (ChartFrame.Width - Room);
            ChartFrame.Label(page, 0, (i * Row) + 14, bars[i].Label);
            ChartFrame.Bar(page, 0, (i * Row) + 20, Math.Max(1.5, width), 14, bars[i].Style);
            ChartFrame.Label(page, Math.Max(1.5, width) + 6, (i * Row) + 31.5, bars[i].Text, "value");
        }

        if (bars.Count == 0)
        {
            ChartFrame.Label(page, 0, 20, "none");
        }

        page.Close("svg");
    }
}
