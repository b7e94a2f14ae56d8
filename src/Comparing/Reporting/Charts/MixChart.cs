namespace FlowEngine.Comparing.Reporting.Charts;

/// <summary>One bar of all parts, and what each of them is.</summary>
internal static class MixChart
{
    private const double Row = 22;

    public static void Draw(Markup page, string id, string title, string description, IReadOnlyList<ChartBar> parts)
    {
        ChartFrame.Begin(page, id, 48 + (parts.Count * Row), title, description);
        var total = Math.Max(1e-12, parts.Sum(part => part.Value));
        var x = 0.0;
        for (var i = 0; i < parts.Count; i++)
        {
            var width = parts[i].Value / total * ChartFrame.Width;
            ChartFrame.Bar(page, x, 0, Math.Max(0, width - 1), 28, parts[i].Style);
            ChartFrame.Bar(page, 0, 42 + (i * Row), 12, 12, parts[i].Style);
            ChartFrame.Label(page, 20, 52.5 + (i * Row), parts[i].Label);
            ChartFrame.Label(page, ChartFrame.Width, 52.5 + (i * Row), parts[i].Text, "value", "end");
            x += width;
        }

        page.Close("svg");
    }
}
