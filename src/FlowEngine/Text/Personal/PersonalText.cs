using System.Text;
using System.Text.RegularExpressions;
using FlowEngine.Text.Contacts;

namespace FlowEngine.Text.Personal;

/// <summary>Takes e-mail addresses, telephone, card, account and identity numbers out of a text, and the values that the caller names.</summary>
public static partial class PersonalText
{
    public const string Hidden = "***";
    private const int FewestDigits = 7;

    /// <summary>What stands in the place of what was taken out.</summary>
    public static IReadOnlyList<string> Placeholders { get; } = [Hidden, "[email]", "[iban]", "[card]", "[id]", "[phone]"];

    /// <param name="personal">Values of this person that no pattern finds, such as a name; longer ones first.</param>
    public static string Clean(string text, IReadOnlyCollection<string>? personal = null)
    {
        var cleaned = text;
        foreach (var value in personal ?? [])
        {
            cleaned = WithoutWord(cleaned, value);
        }

        if (cleaned.Contains('@', StringComparison.Ordinal) || cleaned.Contains('\uFF20', StringComparison.Ordinal))
        {
            cleaned = Replace(cleaned, EmailAddress.Pattern().Matches(TypedText.SameLength(cleaned)), "[email]");
        }

        return HasDigits(cleaned) ? WithoutNumbers(cleaned) : cleaned;
    }

    private static string WithoutNumbers(string text)
    {
        var cleaned = Replace(text, Account().Matches(TypedText.SameLength(text)), "[iban]");
        cleaned = Replace(cleaned, CardDigits().Matches(TypedText.SameLength(cleaned)).Where(match => IsCard(match.Value)), "[card]");
        cleaned = Replace(cleaned, IdentityDigits().Matches(TypedText.SameLength(cleaned)).Where(match => IsIdentity(match.Value)), "[id]");
        cleaned = Replace(cleaned, MobileDigits().Matches(TypedText.SameLength(cleaned)), "[phone]");
        return Replace(cleaned, TelephoneNumber.LookAlikes(cleaned), "[phone]");
    }

    private static bool HasDigits(string text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += char.IsDigit(c) ? 1 : 0;
            if (count == FewestDigits)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Case does not count, in Turkish too: a text may repeat "ipek" as "İpek".</summary>
    private static string WithoutWord(string text, string value)
    {
        var result = new StringBuilder();
        var from = 0;
        var (searched, sought) = (OneI(text), OneI(value));
        while (searched.IndexOf(sought, from, StringComparison.OrdinalIgnoreCase) is var at and >= 0)
        {
            var end = at + value.Length;
            var isWhole = (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
            result.Append(text, from, at - from).Append(isWhole ? Hidden : text.Substring(at, value.Length));
            from = end;
        }

        return from == 0 ? text : result.Append(text, from, text.Length - from).ToString();
    }

    private static string OneI(string text) => text.Replace('ı', 'i').Replace('İ', 'i');

    private static string Replace(string text, IEnumerable<Match> places, string replacement)
    {
        var result = new StringBuilder();
        var from = 0;
        foreach (var place in places)
        {
            result.Append(text, from, place.Index - from).Append(replacement);
            from = place.Index + place.Length;
        }

        return from == 0 ? text : result.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>By the check digit that card numbers carry (Luhn).</summary>
    private static bool IsCard(string written)
    {
        var digits = Digits(written);
        if (digits.Length is < 13 or > 19)
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] * (1 + (i % 2));
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }

    /// <summary>By the two check digits of a Turkish identity number.</summary>
    private static bool IsIdentity(string written)
    {
        var digits = Digits(written);
        var odd = digits[0] + digits[2] + digits[4] + digits[6] + digits[8];
        var even = digits[1] + digits[3] + digits[5] + digits[7];
        return digits[0] != 0 && ((odd * 7) - even + 100) % 10 == digits[9] && (odd + even + digits[9]) % 10 == digits[10];
    }

    private static int[] Digits(string written) => [.. written.Where(char.IsAsciiDigit).Select(digit => digit - '0')];

    [GeneratedRegex(@"\b[0-9]([ \-]?[0-9]){12,18}\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CardDigits();

    [GeneratedRegex(@"\b[0-9]{11}\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex IdentityDigits();

    /// <summary>A Turkish mobile number without its zero or plus, its digits side by side.</summary>
    [GeneratedRegex(@"\b(90)?5[0-9]{9}\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex MobileDigits();

    [GeneratedRegex(@"\b[A-Z]{2}[0-9]{2}( ?[0-9A-Z]{4}){3,7}( ?[0-9A-Z]{1,3})?\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Account();
}
