using System.Globalization;
using System.Text;
using FlowEngine.Comparing.Reporting;
using Spectre.Console;

namespace FlowEngine.Cli;

/// <summary>
/// Lays reports out in plain text, without colours: as wide as the terminal or, where the output goes to a file or a program, in unbroken lines.
/// Control characters become spaces, so that no stored text can steer a terminal.
/// </summary>
internal static class ReportText
{
    public const int Unbroken = 1_000_000;

    private const int Indent = 2;
    private const int Gap = 2;

    /// <param name="json">Written in its place where it is wanted.</param>
    public static Task WriteAsync(IEnumerable<ReportPart> parts, string? json)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return Console.Out.WriteAsync(json is null ? Layout(parts, Console.IsOutputRedirected ? Unbroken : AnsiConsole.Profile.Width) : json + "\n");
    }

    /// <param name="width">In columns of a terminal: an emoji takes two, a combining mark none.</param>
    public static string Layout(IEnumerable<ReportPart> parts, int width)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = width;
        foreach (var part in parts)
        {
            switch (part)
            {
                case ReportParagraph paragraph:
                    Write(console, paragraph.Text, paragraph.Indent);
                    break;
                case ReportTable table:
                    Write(console, table);
                    break;
            }
        }

        // Cells are filled up to the width of their column, the last one's too.
        return string.Join('\n', text.ToString().Split('\n').Select(line => line.TrimEnd()));
    }

    private static void Write(IAnsiConsole console, ReportTable table)
    {
        if (table.Title.Length > 0)
        {
            Write(console, table.Title, 0);
        }

        if (table.Rows.Count == 0)
        {
            Write(console, "none", Indent);
        }
        else
        {
            console.Write(new Padder(Grid(table), new Padding(Indent, 0, 0, 0)));
        }

        if (table is { Note: { } note, Rows.Count: > 0 })
        {
            Write(console, note, Indent);
        }

        console.WriteLine();
    }

    private static Table Grid(ReportTable table)
    {
        var grid = new Table { Border = TableBorder.None };
        for (var i = 0; i < table.Columns.Count; i++)
        {
            grid.AddColumn(new TableColumn(Cell(table.Columns[i]))
            {
                Padding = new Padding(0, 0, i + 1 < table.Columns.Count ? Gap : 0, 0),
                Alignment = i > 0 && table.Rows.All(row => IsNumber(row[i])) ? Justify.Right : Justify.Left,
            });
        }

        foreach (var row in table.Rows)
        {
            grid.AddRow(row.Select(Cell));
        }

        return grid;
    }

    private static void Write(IAnsiConsole console, string paragraph, int indent) =>
        console.Write(new Padder(Cell(paragraph), new Padding(indent, 0, 0, 0)));

    private static bool IsNumber(string cell) => cell.Length > 0 && cell[0] is (>= '0' and <= '9') or '-';

    private static Spectre.Console.Text Cell(string text) => new(Clean(text));

    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Select(rune => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
        // Within a character it joins, such as two persons to a family; elsewhere it can turn the direction of the line.
        UnicodeCategory.Format when rune.Value is not 0x200D => " ",
        _ => rune.ToString(),
    }));
}
