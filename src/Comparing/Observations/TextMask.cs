using System.Text;
using System.Text.RegularExpressions;

namespace FlowEngine.Comparing.Observations;

/// <summary>Takes e-mail addresses, telephone, card and account numbers out of a text, and the values that the caller names.</summary>
public static partial class TextMask
{
    public static string Clean(string text, IReadOnlyCollection<string>? personal = null)
    {
        var cleaned = text;
        foreach (var value in personal ?? [])
        {
            cleaned = WithoutWord(cleaned, value);
        }

        cleaned = ContactPatterns.Email().Replace(cleaned, "[email]");
        cleaned = Account().Replace(cleaned, "[iban]");
        cleaned = CardDigits().Replace(cleaned, match => IsCard(match.Value) ? "[card]" : match.Value);
        return Replace(cleaned, ContactPatterns.Phones(cleaned), "[phone]");
    }

    private static string WithoutWord(string text, string value)
    {
        var result = new StringBuilder();
        var from = 0;
        while (text.IndexOf(value, from, StringComparison.OrdinalIgnoreCase) is var at and >= 0)
        {
            var end = at + value.Length;
            var isWhole = (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
            result.Append(text, from, at - from).Append(isWhole ? "***" : text.Substring(at, value.Length));
            from = end;
        }

        return from == 0 ? text : result.Append(text, from, text.Length - from).ToString();
    }

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
        var digits = written.Where(char.IsAsciiDigit).Select(digit => digit - '0').ToArray();
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

    [GeneratedRegex(@"\b[0-9]([ \-]?[0-9]){12,18}\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CardDigits();

    [GeneratedRegex(@"\b[A-Z]{2}[0-9]{2}( ?[0-9A-Z]{4}){3,7}( ?[0-9A-Z]{1,3})?\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Account();
}
