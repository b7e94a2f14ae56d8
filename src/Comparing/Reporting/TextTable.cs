using System.Globalization;
using System.Text;

namespace FlowEngine.Comparing.Reporting;

/// <summary>Tables in columns of plain text. Control characters become spaces: no stored text can steer a terminal.</summary>
internal static class TextTable
{
    private const int Widest = 200;

    public static void Append(StringBuilder text, ReportTable table)
    {
        text.Append(table.Title).Append('\n');
        if (table.Rows.Count == 0)
        {
            text.Append("  none\n\n");
            return;
        }

        var rows = table.Rows.Select(row => row.Select(cell => Cut(Clean(cell))).ToArray()).ToArray();
        var widths = table.Columns.Select((column, i) => Math.Max(Width(column), rows.Max(row => Width(row[i])))).ToArray();
        var right = table.Columns.Select((_, i) => i > 0 && Array.TrueForAll(rows, row => row[i].Length > 0 && row[i][0] is (>= '0' and <= '9') or '-')).ToArray();
        foreach (var row in rows.Prepend([.. table.Columns]))
        {
            var line = string.Join("  ", row.Select((cell, i) => Pad(cell, widths[i], right[i])));
            text.Append("  ").Append(line.TrimEnd()).Append('\n');
        }

        text.Append(table.Note is null ? "\n" : $"  {Clean(table.Note)}\n\n");
    }

    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            clean.Append(category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                ? " "
                : rune.ToString());
        }

        return clean.ToString();
    }

    private static string Cut(string text)
    {
        var info = new StringInfo(text);
        return info.LengthInTextElements > Widest ? info.SubstringByTextElements(0, Widest - 1) + "…" : text;
    }

    private static string Pad(string cell, int width, bool right)
    {
        var space = new string(' ', width - Width(cell));
        return right ? space + cell : cell + space;
    }

    private static int Width(string text) => new StringInfo(text).LengthInTextElements;
}
