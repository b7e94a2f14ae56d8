using System.Buffers;
using System.Globalization;
using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>
/// Numbers that stand in texts, by the notation of a language: <c>1.500,50</c> in Turkish is <c>1,500.50</c> in English. A separator that
/// cannot group thousands (<c>1.5</c>, <c>0.500</c>) is a decimal point in every language.
/// </summary>
public static class NumberText
{
    private const int MaxDigits = 20;

    private static readonly SearchValues<char> s_notation = SearchValues.Create("0123456789.,");

    /// <summary>A number, or a text that is a number and nothing else in the language's notation; else null.</summary>
    public static decimal? Of(Value value, string language) =>
        value.Kind == ValueKind.Number ? value.Number
        : value.Text is { } text ? Read(text, language)
        : null;

    /// <summary>True for a text that is not the same number in every language.</summary>
    public static bool DependsOnLanguage(string text) => Read(text, "en") != Read(text, "tr");

    public static decimal? Read(string text, string language)
    {
        if (!text.AsSpan().ContainsAny('.', ','))
        {
            return Invariant(text, NumberStyles.Float);
        }

        var body = text.AsSpan().Trim();
        var isNegative = body is ['-' or '−', ..];
        var digits = body is ['-' or '−' or '+', ..] ? body[1..] : body;
        if (digits.IndexOfAnyExcept(s_notation) < 0
            && Parse(digits.ToString(), LanguageNumbers.Of(language).NumberDecimalSeparator[0]) is { } number)
        {
            return isNegative ? -number : number;
        }

        // Programs write 18500.000 and 1.5e3 in every language.
        return Invariant(text, NumberStyles.Float);
    }

    /// <param name="digits">With <c>.</c> and <c>,</c> between them.</param>
    /// <param name="point">The language's decimal point.</param>
    public static decimal? Parse(string digits, char point)
    {
        var last = digits.AsSpan().LastIndexOfAny('.', ',');
        if (last < 0)
        {
            return Plain(digits);
        }

        var separator = digits[last];
        var before = digits[..last];
        var isOnlyOne = !before.Contains(separator, StringComparison.Ordinal);
        var mayGroup = digits.Length - last - 1 == 3 && before.Length > 0 && before[0] != '0';
        var isPoint = isOnlyOne && (separator == point || !mayGroup || before.AsSpan().IndexOfAny('.', ',') >= 0);
        var whole = isPoint ? before : digits;
        return GroupsOfThree(whole) is { } joined ? Plain($"{joined}.{(isPoint ? digits[(last + 1)..] : "0")}") : null;
    }

    /// <summary>Null where a group after the first has not three digits, or different separators group.</summary>
    private static string? GroupsOfThree(string whole)
    {
        var groups = whole.Split('.', ',');
        var isMixed = whole.Contains('.', StringComparison.Ordinal) && whole.Contains(',', StringComparison.Ordinal);
        return isMixed || groups.Skip(1).Any(group => group.Length != 3) || (groups.Length > 1 && groups[0].Length is 0 or > 3)
            ? null
            : string.Concat(groups);
    }

    private static decimal? Plain(string digits) => digits.Length <= MaxDigits ? Invariant(digits, NumberStyles.AllowDecimalPoint) : null;

    private static decimal? Invariant(string text, NumberStyles styles) =>
        decimal.TryParse(text, styles, CultureInfo.InvariantCulture, out var number) ? number : null;
}
