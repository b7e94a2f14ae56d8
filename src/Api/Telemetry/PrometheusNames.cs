using System.Globalization;

namespace FlowEngine.Api.Telemetry;

/// <summary>Names, texts and numbers in the spelling of Prometheus.</summary>
internal static class PrometheusNames
{
    /// <summary>With the unit in it, and <c>_total</c> at the end of a counter's.</summary>
    public static string Of(string name, string unit, bool isCounter)
    {
        var plain = Plain(name, mayHaveColon: true);
        var suffix = unit switch
        {
            "" or "1" => "",
            "s" => "_seconds",
            "ms" => "_milliseconds",
            "By" => "_bytes",
            "%" => "_percent",
            ['{', ..] => "",
            _ => $"_{Plain(unit, mayHaveColon: false)}",
        };
        var full = plain.EndsWith(suffix, StringComparison.Ordinal) ? plain : plain + suffix;
        return isCounter && !full.EndsWith("_total", StringComparison.Ordinal) ? $"{full}_total" : full;
    }

    public static string Label(string name) => Plain(name, mayHaveColon: false);

    public static string Value(string text) =>
        text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    public static string Help(string text) =>
        text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    public static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private static string Plain(string name, bool mayHaveColon)
    {
        var plain = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' || (c == ':' && mayHaveColon) ? c : '_'));
        return plain.Length == 0 || char.IsAsciiDigit(plain[0]) ? $"_{plain}" : plain;
    }
}
