using System.Globalization;

namespace FlowEngine.Comparing.Reporting.Charts;

/// <summary>A column a day.</summary>
internal static class DaysChart
{
    private const double Left = 40;
    private const double Top = 28;
    private const double Bottom = 190;
    private const int MostDays = 90;

    private static readonly (string Name, string Style, double KeyAt, Func<SummaryDay, int> Count)[] s_parts =
    [
        ("same", "same", Left, day => day.Same), ("differing", "differs", Left + 76, day => day.Differing),
        ("neither", "neither", Left + 178, day => day.Neither), ("not run", "notrun", Left + 272, day => day.NotRun),
    ];

    public static void Draw(Markup page, string id, string title, string description, IReadOnlyList<SummaryDay> all)
    {
        var days = all.TakeLast(MostDays).ToArray();
        ChartFrame.Begin(page, id, Bottom + 26, title, description);
        var most = Math.Max(1, days.Length == 0 ? 1 : days.Max(day => s_parts.Sum(part => part.Count(day))));
        foreach (var tick in AxisTicks.Linear(0, most, 5))
        {
            var y = Bottom - (tick / most * (Bottom - Top));
            ChartFrame.Line(page, Left, y, ChartFrame.Width, y, tick == 0 ? "zero" : "grid");
            ChartFrame.Label(page, Left - 6, y + 4, FigureText.Number(tick, "N0"), "tick", "end");
        }

        Columns(page, days, most);
        foreach (var part in s_parts)
        {
            ChartFrame.Bar(page, part.KeyAt, 2, 12, 12, part.Style);
            ChartFrame.Label(page, part.KeyAt + 17, 12.5, part.Name);
        }

        page.Close("svg");
    }

    private static void Columns(Markup page, SummaryDay[] days, int most)
    {
        var step = (ChartFrame.Width - Left) / Math.Max(1, days.Length);
        var width = Math.Min(30, Math.Max(1.5, step * 0.8));
        for (var i = 0; i < days.Length; i++)
        {
            var (x, y) = (Left + (i * step) + ((step - width) / 2), Bottom);
            foreach (var (_, style, _, count) in s_parts)
            {
                var height = count(days[i]) / (double)most * (Bottom - Top);
                y -= height;
                ChartFrame.Bar(page, x, y, width, height, style);
            }

            if (i == 0 || i == days.Length - 1)
            {
                ChartFrame.Label(page, i == 0 ? Left : ChartFrame.Width, Bottom + 18, days[i].Day.ToString("d MMM yyyy", CultureInfo.InvariantCulture), "tick", i == 0 ? "start" : "end");
            }
        }
    }
}
