using System.Buffers;

namespace FlowEngine.Moving.Dumps;

/// <summary>The bytes of hexadecimal and bit literals.</summary>
internal static class SqlDigits
{
    private static readonly SearchValues<char> s_hex = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary><c>0x41</c>.</summary>
    public static bool IsHex(string word) =>
        word.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && word.Length > 2 && word.AsSpan(2).IndexOfAnyExcept(s_hex) < 0;

    /// <summary><c>0b1</c>.</summary>
    public static bool IsBits(string word) =>
        word.StartsWith("0b", StringComparison.Ordinal) && word.Length > 2 && word.AsSpan(2).IndexOfAnyExcept('0', '1') < 0;

    public static byte[] FromHex(string digits, int line)
    {
        try
        {
            return Convert.FromHexString(digits.Length % 2 == 0 ? digits : $"0{digits}");
        }
        catch (FormatException)
        {
            throw DumpFault.At(line, $"'{digits}' is not hexadecimal.");
        }
    }

    public static byte[] FromBits(string digits, int line)
    {
        if (digits.AsSpan().IndexOfAnyExcept('0', '1') >= 0)
        {
            throw DumpFault.At(line, $"'{digits}' has digits other than 0 and 1.");
        }

        var padded = digits.PadLeft((digits.Length + 7) / 8 * 8, '0');
        return [.. Enumerable.Range(0, padded.Length / 8).Select(at => Convert.ToByte(padded.Substring(at * 8, 8), 2))];
    }
}
