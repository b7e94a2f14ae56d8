using System.Globalization;

namespace FlowEngine.Drawflow;

/// <summary><c>input_N</c> and <c>output_N</c>, N from 1 without leading zeros.</summary>
internal static class PortName
{
    private const int MaxDigits = 4;

    public static string Of(bool output, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix(output)}{number}");

    public static int? Parse(string name, bool output)
    {
        var prefix = Prefix(output);
        if (!name.StartsWith(prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var digits = name.AsSpan(prefix.Length);
        return digits.Length is > 0 and <= MaxDigits && digits[0] != '0'
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
    }

    private static string Prefix(bool output) => output ? "output_" : "input_";
}
