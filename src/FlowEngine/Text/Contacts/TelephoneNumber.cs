using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using PhoneNumbers;

namespace FlowEngine.Text.Contacts;

/// <summary>
/// Phone numbers in text, by the numbering plans of libphonenumber, as E.164: <c>+905321234567</c>. A number is read whole or not at all. E.164 has no
/// extension, so a number with one is refused, and so is one that is spelt in letters.
/// </summary>
public static partial class TelephoneNumber
{
    private const int FewestDigits = 7;
    private const int MostDigits = 15;
    private const int NationalDigits = 10;
    private const int AreaCode = 3;
    private const int MaxSuffix = 8;
    private const string NoRegion = "ZZ";
    private const string International = "00";

    /// <summary>The one phone number of a text; null where there is none, or something that might be another.</summary>
    /// <param name="region">Of a number without its country's code (<see cref="PhoneRegion"/>); null: such a number is refused.</param>
    public static string? Read(string text, string? region)
    {
        var plain = TypedText.Plain(text).ReplaceLineEndings(" ");
        return !Extension().IsMatch(plain) && Candidates(plain) is [var only] ? At(plain, only, region) : null;
    }

    /// <summary>Every number of a text that can be read whole.</summary>
    public static IEnumerable<string> FindAll(string text, string? region) => TypedText.Plain(text)
        .Split('\n')
        .SelectMany(line => Candidates(line).Where(match => !Extension().IsMatch(line[match.Index..])).Select(match => At(line, match, region)))
        .OfType<string>();

    /// <summary>The country of a number that is written with its code; null where none is told.</summary>
    public static string? RegionOf(string? number) =>
        number is not null && TryParse(Digits(number), null, out var parsed) ? PhoneNumberUtil.GetInstance().GetRegionCodeForNumber(parsed) : null;

    /// <summary>What looks like a phone number, for finding it in what a service wrote and for hiding it; numbers that are no more than that are not told apart.</summary>
    public static IEnumerable<Match> LookAlikes(string text)
    {
        var plain = TypedText.SameLength(text);
        return Groups().Matches(plain).Where(match => LooksLikeOne(plain, match));
    }

    private static List<Match> Candidates(string text) => [.. Written().Matches(text).Where(match => match.Value.Count(char.IsAsciiDigit) >= FewestDigits)];

    private static string? At(string text, Match match, string? region) =>
        MayBegin(text, match.Index) && MayEnd(text, match.Index + match.Length) && TryParse(Digits(match.Value), region, out var number)
            ? PhoneNumberUtil.GetInstance().Format(number, PhoneNumberFormat.E164)
            : null;

    /// <summary>The digits with the plus that says that they begin with a country's code.</summary>
    private static string Digits(string written)
    {
        var digits = string.Concat(written.Where(char.IsAsciiDigit));
        return written.Contains('+', StringComparison.Ordinal) ? $"+{digits}"
            : digits.StartsWith(International, StringComparison.Ordinal) ? $"+{digits[International.Length..]}"
            : digits;
    }

    private static bool TryParse(string digits, string? region, [NotNullWhen(true)] out PhoneNumber? number)
    {
        number = null;
        if (digits.Length is < FewestDigits or > MostDigits + 5 || (digits[0] != '+' && region is null))
        {
            return false;
        }

        try
        {
            number = PhoneNumberUtil.GetInstance().Parse(digits, region ?? NoRegion);
            return PhoneNumberUtil.GetInstance().IsValidNumber(number);
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    private static bool MayBegin(string text, int start) =>
        start == 0
        || char.IsWhiteSpace(text[start - 1])
        || (text[start - 1] is '(' or '[' or '{' or '<' or ':' or ';' or ',' or '=' or '"' or '\'' or '*' or '\u201C' or '\u2018' or '\u00AB'
            && (start == 1 || !char.IsAsciiDigit(text[start - 2])));

    private static bool MayEnd(string text, int end)
    {
        if (end < text.Length && text[end] is '\'' or '\u2019')
        {
            var suffix = end + 1;
            while (suffix < text.Length && char.IsLetter(text[suffix]))
            {
                suffix++;
            }

            return suffix - end - 1 <= MaxSuffix && (suffix == text.Length || !char.IsLetterOrDigit(text[suffix]));
        }

        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            if (text[end] is not ('.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '}' or '>' or '"' or '*' or '\u201D' or '\u00BB' or '\u2026'))
            {
                return false;
            }

            end++;
        }

        return true;
    }

    private static bool LooksLikeOne(string text, Match match)
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

    [GeneratedRegex(@"[+(\[]{0,3}[0-9]([ \t()\[\].\-/~]{0,4}[0-9])*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();

    /// <summary>Digits in groups, perhaps with a plus and an area code in brackets.</summary>
    [GeneratedRegex(@"(\+|\b00)?\(?[0-9]{1,5}\)?([ \-./]{0,2}\(?[0-9]{1,5}\)?){1,7}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Groups();

    [GeneratedRegex(@"(\b(ext|extn|extension|dahili|dah|iç hat|durchwahl|poste|interno)\b\W{0,3}|\bx ?|# ?)[0-9]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Extension();
}
