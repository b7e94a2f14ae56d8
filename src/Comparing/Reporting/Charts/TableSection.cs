namespace FlowEngine.Comparing.Reporting.Charts;

/// <summary>Tables, by themselves or folded away under a chart as its alternative.</summary>
internal static class TableSection
{
    public static void Draw(Markup page, ReportTable table)
    {
        page.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", table.Title)).Open("table").Open("thead").Open("tr");
        var numbers = table.Columns.Select((_, i) => i > 0 && table.Rows.Count > 0 && table.Rows.All(row => row[i].Length > 0 && row[i].All(IsOfNumber))).ToArray();
        for (var i = 0; i < table.Columns.Count; i++)
        {
            page.Element("th", table.Columns[i], ("scope", "col"), ("class", numbers[i] ? "number" : ""));
        }

        page.Close("tr").Close("thead").Open("tbody");
        foreach (var row in table.Rows)
        {
            page.Open("tr");
            for (var i = 0; i < row.Count; i++)
            {
                page.Element("td", row[i], ("class", numbers[i] ? "number" : ""), ("data-label", table.Columns[i]));
            }

            page.Close("tr");
        }

        page.Close("tbody").Close("table").Close("div");
        if (table.Note is { } note)
        {
            page.Element("p", note, ("class", "soft"));
        }
    }

    public static void Folded(Markup page, ReportTable table)
    {
        page.Open("details").Element("summary", $"{table.Title} as a table");
        Draw(page, table);
        page.Close("details");
    }

    public static void Card(Markup page, ReportTable table)
    {
        if (table.Rows.Count > 0)
        {
            page.Open("div", ("class", "card")).Element("h3", table.Title);
            Draw(page, table);
            page.Close("div");
        }
    }

    private static bool IsOfNumber(char character) => char.IsAsciiDigit(character) || character is '.' or ',' or '-' or '%' or ' ';
}
