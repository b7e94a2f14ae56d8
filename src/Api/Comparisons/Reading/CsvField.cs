using System.Buffers;
using System.Globalization;

namespace FlowEngine.Api.Comparisons.Reading;

/// <summary>One field of a CSV line (RFC 4180).</summary>
public static class CsvField
{
    private static readonly SearchValues<char> s_quoted = SearchValues.Create(",\"\r\n");

    /// <summary>What a spreadsheet would take for a formula.</summary>
    private static readonly SearchValues<char> s_formula = SearchValues.Create("=+-@\t\r");

    public static string Of(object? value)
    {
        if (value is not string text)
        {
            return Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        }

        if (text.Length > 0 && s_formula.Contains(text[0]))
        {
            text = "'" + text;
        }

        return text.AsSpan().ContainsAny(s_quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
