using System.Globalization;
using System.Text;

namespace FlowEngine.Comparing.Reporting;

/// <summary>Text in lines that a terminal shows whole.</summary>
internal static class TextLines
{
    public const int Widest = 100;

    /// <summary>A paragraph.</summary>
    public static void Append(StringBuilder text, string paragraph, string indent = "")
    {
        foreach (var line in Of(paragraph, Widest - indent.Length))
        {
            text.Append(indent).Append(line).Append('\n');
        }
    }

    /// <summary>At least one line; broken between words, and within one only where it is wider than a line.</summary>
    public static IReadOnlyList<string> Of(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var rest = word;
            var joined = line.Length == 0 ? rest : $"{line} {rest}";
            if (Width(joined) <= width)
            {
                line = joined;
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }

            for (; Width(rest) > width; rest = Elements(rest, width, int.MaxValue))
            {
                lines.Add(Elements(rest, 0, width));
            }

            line = rest;
        }

        lines.Add(line);
        return lines;
    }

    public static int Width(string text) => new StringInfo(text).LengthInTextElements;

    private static string Elements(string text, int from, int most)
    {
        var info = new StringInfo(text);
        return info.SubstringByTextElements(from, Math.Min(most, info.LengthInTextElements - from));
    }
}
