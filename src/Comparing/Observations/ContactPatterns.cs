using System.Text.RegularExpressions;

namespace FlowEngine.Comparing.Observations;

/// <summary>How e-mail addresses, links and telephone numbers look in a text; in linear time.</summary>
internal static partial class ContactPatterns
{
    private const int FewestDigits = 7;
    private const int MostDigits = 15;

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
        var count = match.Value.Count(char.IsAsciiDigit);
        var isWhole = (match.Index == 0 || !char.IsLetterOrDigit(text[match.Index - 1]))
            && (match.Index + match.Length == text.Length || !char.IsLetterOrDigit(text[match.Index + match.Length]));
        var first = match.Value.TrimStart('(');
        return count is >= FewestDigits and <= MostDigits
            && isWhole
            && (first[0] is '+' or '0' || match.Value[0] == '(' || match.Value.AsSpan().IndexOfAny(" -") >= 0);
    }
}
