namespace FlowEngine.Comparing.Reporting.Charts;

/// <summary>Values as dots with their intervals as lines, over one axis with its zero.</summary>
internal static class IntervalChart
{
    private const double Row = 44;
    private const double Margin = 12;
    private const double LineTop = 20;
    private const double LineBottom = 38;

    /// <param name="tick">How a number on the axis is written.</param>
    public static void Draw(Markup page, string id, string title, string description, IReadOnlyList<IntervalRow> rows, Func<double, string> tick)
    {
        var bottom = (rows.Count * Row) + 6;
        ChartFrame.Begin(page, id, bottom + 22, title, description);
        var known = rows.Where(row => row.Value is not null).ToArray();
        var low = Math.Min(0, known.Length == 0 ? 0 : known.Min(row => row.Low));
        var high = Math.Max(low + 1e-9, known.Length == 0 ? 1 : known.Max(row => row.High));
        double X(double value) => Margin + ((value - low) / (high - low) * (ChartFrame.Width - (2 * Margin)));
        foreach (var at in AxisTicks.Linear(low, high, 6))
        {
            Line(page, X(at), rows.Count, Math.Abs(at) < 1e-12 ? "zero" : "grid");
            ChartFrame.Label(page, X(at), bottom + 15, tick(at), "tick", "middle");
        }

        for (var i = 0; i < rows.Count; i++)
        {
            One(page, rows[i], i * Row, X);
        }

        page.Close("svg");
    }

    /// <summary>Beside the dots only: labels stay clear of it.</summary>
    private static void Line(Markup page, double x, int rows, string style)
    {
        for (var i = 0; i < rows; i++)
        {
            ChartFrame.Line(page, x, (i * Row) + LineTop, x, (i * Row) + LineBottom, style);
        }
    }

    private static void One(Markup page, IntervalRow row, double top, Func<double, double> x)
    {
        ChartFrame.Label(page, 0, top + 14, row.Label, "label halo");
        ChartFrame.Label(page, ChartFrame.Width, top + 14, row.Text, "value halo", "end");
        if (row.Value is { } value)
        {
            ChartFrame.Bar(page, x(row.Low), top + 26.5, Math.Max(2, x(row.High) - x(row.Low)), 5, $"{row.Style} soft");
            page.Empty("circle", ("cx", Markup.At(x(value))), ("cy", Markup.At(top + 29)), ("r", "5.5"), ("class", row.Style));
        }
    }
}
