using System.Globalization;

namespace FlowEngine.Comparing.Reporting.Charts;

/// <summary>The share of turns that took at most so long, for both engines, over a logarithmic axis.</summary>
internal static class LatencyChart
{
    private const double Left = 40;
    private const double Right = 8;
    private const double Bottom = 216;

    public static void Draw(Markup page, string id, string title, string description, IReadOnlyList<QuantilePoint> points)
    {
        ChartFrame.Begin(page, id, Bottom + 40, title, description);
        var low = Math.Max(0.1, points.Min(point => Math.Min(point.V1, point.V2)));
        var high = Math.Max(low * 1.5, points.Max(point => Math.Max(point.V1, point.V2)));
        double X(double ms) => Left + (Math.Log(Math.Max(low, ms) / low) / Math.Log(high / low) * (ChartFrame.Width - Left - Right));
        Axes(page, low, high, X);
        Curve(page, points, point => X(point.V1), "v1");
        Curve(page, points, point => X(point.V2), "v2");
        Key(page, Left + 12, "V1", "v1");
        Key(page, Left + 64, "V2", "v2");
        page.Close("svg");
    }

    private static void Axes(Markup page, double low, double high, Func<double, double> x)
    {
        foreach (var share in new[] { 0, 0.25, 0.5, 0.75, 0.95 })
        {
            ChartFrame.Line(page, Left, Y(share), ChartFrame.Width - Right, Y(share), share == 0 ? "zero" : "grid");
            ChartFrame.Label(page, Left - 6, Y(share) + 4, share.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal), "tick", "end");
        }

        var ticks = AxisTicks.Logarithmic(low, high).ToArray();
        ticks = ticks.Length > 7 ? [.. ticks.Where((_, i) => i % 2 == 0)] : ticks.Length > 1 ? ticks : [low, high];
        foreach (var tick in ticks)
        {
            ChartFrame.Line(page, x(tick), Y(0), x(tick), Y(0) + 4, "zero");
            ChartFrame.Label(page, x(tick), Y(0) + 18, tick >= 1000 ? FigureText.Number(tick / 1000, "0.##") + " s" : FigureText.Number(tick, "0.#") + " ms", "tick", x(tick) > ChartFrame.Width - 30 ? "end" : "middle");
        }
    }

    private static void Curve(Markup page, IReadOnlyList<QuantilePoint> points, Func<QuantilePoint, double> x, string style) =>
        page.Empty("polyline", ("class", $"curve {style}"), ("points", string.Join(' ', points.Select(point => $"{Markup.At(x(point))},{Markup.At(Y(point.Share))}"))));

    private static void Key(Markup page, double x, string text, string style)
    {
        ChartFrame.Bar(page, x, 8, 16, 5, style);
        ChartFrame.Label(page, x + 21, 15, text, "label halo");
    }

    private static double Y(double share) => Bottom - (share * (Bottom - 6));
}
