using FlowEngine.Conversations;

namespace FlowEngine.Comparing.Reporting.Charts;

/// <summary>What all charts share: their width, and how they are begun and labelled.</summary>
internal static class ChartFrame
{
    /// <summary>So narrow that a phone shows the text near its size.</summary>
    public const double Width = 400;

    private const int LongestLabel = 56;

    /// <param name="id">Unique on the page.</param>
    public static Markup Begin(Markup page, string id, double height, string title, string description)
    {
        page.Open("svg",
            ("viewBox", $"0 0 {Markup.At(Width)} {Markup.At(height)}"), ("role", "img"), ("aria-labelledby", $"{id}-t {id}-d"), ("xmlns", "http://www.w3.org/2000/svg"));
        page.Element("title", title, ("id", $"{id}-t"));
        return page.Element("desc", description, ("id", $"{id}-d"));
    }

    public static void Label(Markup page, double x, double y, string text, string style = "label", string anchor = "start") =>
        page.Element("text", Cut(text), ("x", Markup.At(x)), ("y", Markup.At(y)), ("class", style), ("text-anchor", anchor));

    public static void Bar(Markup page, double x, double y, double width, double height, string style) =>
        page.Empty("rect", ("x", Markup.At(x)), ("y", Markup.At(y)), ("width", Markup.At(Math.Max(0, width))), ("height", Markup.At(Math.Max(0, height))), ("class", style));

    public static void Line(Markup page, double x1, double y1, double x2, double y2, string style) =>
        page.Empty("line", ("x1", Markup.At(x1)), ("y1", Markup.At(y1)), ("x2", Markup.At(x2)), ("y2", Markup.At(y2)), ("class", style));

    private static string Cut(string text) => UnicodeText.Shorten(text, LongestLabel, "…");
}
