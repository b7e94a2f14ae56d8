using System.Globalization;
using System.Text;

namespace FlowEngine.Comparing.Reporting;

/// <summary>
/// Tables in columns of plain text, no wider than a terminal: what does not fit goes on in the next line of its cell. Control characters become
/// spaces: no stored text can steer a terminal.
/// </summary>
internal static class TextTable
{
    private const string Indent = "  ";
    private const string Gap = "  ";
    private const int NarrowestColumn = 8;

    public static void Append(StringBuilder text, ReportTable table)
    {
        text.Append(table.Title).Append('\n');
        if (table.Rows.Count == 0)
        {
            text.Append(Indent).Append("none\n\n");
            return;
        }

        var rows = table.Rows.Select(row => row.Select(Clean).ToArray()).ToArray();
        var widths = Widths(table.Columns, rows);
        var right = table.Columns.Select((_, i) => i > 0 && Array.TrueForAll(rows, row => row[i].Length > 0 && row[i][0] is (>= '0' and <= '9') or '-')).ToArray();
        foreach (var row in rows.Prepend([.. table.Columns]))
        {
            Append(text, row, widths, right);
        }

        if (table.Note is { } note)
        {
            TextLines.Append(text, Clean(note), Indent);
        }

        text.Append('\n');
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

    private static void Append(StringBuilder text, string[] row, int[] widths, bool[] right)
    {
        var cells = row.Select((cell, i) => TextLines.Of(cell, widths[i])).ToArray();
        for (var line = 0; line < cells.Max(cell => cell.Count); line++)
        {
            var parts = cells.Select((cell, i) => Pad(cell.ElementAtOrDefault(line) ?? "", widths[i], right[i]));
            text.Append(Indent).Append(string.Join(Gap, parts).TrimEnd()).Append('\n');
        }
    }

    /// <summary>As wide as their texts; where that is too much, the widest give way.</summary>
    private static int[] Widths(IReadOnlyList<string> columns, string[][] rows)
    {
        var widths = columns.Select((column, i) => Math.Max(TextLines.Width(column), rows.Max(row => TextLines.Width(row[i])))).ToArray();
        var over = Indent.Length + widths.Sum() + (Gap.Length * (widths.Length - 1)) - TextLines.Widest;
        for (; over > 0 && widths.Max() > NarrowestColumn; over--)
        {
            widths[Array.IndexOf(widths, widths.Max())]--;
        }

        return widths;
    }

    private static string Pad(string cell, int width, bool right)
    {
        var space = new string(' ', Math.Max(0, width - TextLines.Width(cell)));
        return right ? space + cell : cell + space;
    }
}
