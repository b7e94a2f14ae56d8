using System.Text.RegularExpressions;

namespace FlowEngine.Comparing.Observations;

/// <summary>How e-mail addresses, links and telephone numbers look in a text; in linear time.</summary>
internal static partial class ContactPatterns
{
    private const int FewestDigits = 7;
    private const int MostDigits = 15;
    private const int NationalDigits = 10;
    private const int AreaCode = 3;

    [GeneratedRegex(@"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(\.[A-Za-z0-9\-]{1,63}){1,8}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    public static partial Regex Email();

    [GeneratedRegex(@"\b(https?://|www\.)[^\s<>""'()\[\]{}|\\^`]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    public static partial Regex Link();

    /// <summary>Digits in groups, perhaps with a plus and an area code in brackets; what is a number and no more is not told apart here.</summary>
    [GeneratedRegex(@"(\+|\b00)?\(?[0-9]{1,5}\)?([ \-./]{0,2}\(?[0-9]{1,5}\)?){1,7}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Digits();

    public static IEnumerable<Match> Phones(string text) => Digits().Matches(text).Where(match => IsPhone(text, match));

    /// <summary>The number's digits without the prefixes that are written or left out: <c>+90</c>, <c>00</c>, a leading zero.</summary>
    public static string PhoneKey(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit)).TrimStart('0');
        return digits.Length == 12 && digits.StartsWith("90", StringComparison.Ordinal) ? digits[2..] : digits;
    }

    private static bool IsPhone(string text, Match match)
    {
        var written = match.Value;
        var count = written.Count(char.IsAsciiDigit);
        return count <= MostDigits && IsWhole(text, match.Index, match.Index + match.Length) && written[0] switch
        {
            '+' => count >= FewestDigits,
            '0' or '(' => count >= NationalDigits,

            // Without a prefix it might be any numbers side by side: only as numbers are grouped in Turkey and North America.
            _ => written.AsSpan().IndexOfAny('.', '/') < 0 && written.IndexOfAny([' ', '-', ')']) == AreaCode
                && (count == NationalDigits || (count == FewestDigits && written.StartsWith("444", StringComparison.Ordinal))),
        };
    }

    private static bool IsWhole(string text, int start, int end) =>
        (start == 0 || !(char.IsLetterOrDigit(text[start - 1]) || (text[start - 1] == '-' && start > 1 && char.IsLetterOrDigit(text[start - 2]))))
        && (end == text.Length || !char.IsLetterOrDigit(text[end]));
}
