using System.Text.RegularExpressions;

namespace FlowEngine.Nodes.Common.Answers;

/// <summary>
/// The one phone number of a text, as <c>+905321234567</c>. Without a country's code it is a Turkish one where the tenant's language is
/// Turkish; elsewhere its digits stay as they are.
/// </summary>
internal static class PhoneAnswer
{
    private const string Turkey = "90";
    private const int TurkishLength = 10;

    private static readonly Regex s_number = new(
        @"\+?\(?[0-9][0-9 \u00A0().\-/]{5,}[0-9]",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant,
        Regex.InfiniteMatchTimeout);

    public static string? Read(string text, string tenantLanguage)
    {
        var matches = s_number.Matches(text);
        if (matches.Count != 1)
        {
            return null;
        }

        var written = matches[0].Value;
        var digits = string.Concat(written.Where(char.IsAsciiDigit));
        if (written.StartsWith('+') || digits.StartsWith("00", StringComparison.Ordinal))
        {
            return International(written.StartsWith('+') ? digits : digits[2..]);
        }

        return tenantLanguage == "tr" ? Turkish(digits)
            : digits.Length is >= 7 and <= 15 ? digits
            : null;
    }

    private static string? International(string digits) =>
        digits.StartsWith(Turkey, StringComparison.Ordinal) ? Turkish(digits)
        : digits.Length is >= 8 and <= 15 && digits[0] != '0' ? $"+{digits}"
        : null;

    private static string? Turkish(string digits)
    {
        var national = digits.Length == TurkishLength + 2 && digits.StartsWith(Turkey, StringComparison.Ordinal) ? digits[2..]
            : digits.Length == TurkishLength + 1 && digits[0] == '0' ? digits[1..]
            : digits;
        return national.Length == TurkishLength && national[0] is >= '2' and <= '5' or '8' ? $"+{Turkey}{national}" : null;
    }
}
