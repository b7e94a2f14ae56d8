using System.Globalization;
using System.Text.RegularExpressions;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Common.Answers;

/// <summary>
/// The one number of a text, by the language's notation: in Turkish <c>1.500,50</c>, in English <c>1,500.50</c>; <c>50 bin</c>,
/// <c>2 million</c>. A separator that cannot group thousands is a decimal point in every language.
/// </summary>
internal static class NumberAnswer
{
    private const int MaxDigits = 20;

    private static readonly Regex s_number = new(
        @"(?<sign>[-+−])?(?<number>[0-9]{1,3}([ \u00A0\u202F'’][0-9]{3})+([.,][0-9]+)?|[0-9]+([.,][0-9]+)*|[.,][0-9]+)" +
        @"(\s?(?<scale>k|bin|thousand|mn|milyon|million)\b)?",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Regex.InfiniteMatchTimeout);

    /// <summary>Null where the text has none, or several.</summary>
    public static decimal? Read(string text, string language)
    {
        var matches = s_number.Matches(text);
        if (matches.Count != 1 || (matches[0].Index > 0 && !IsBorder(text[matches[0].Index - 1])))
        {
            return null;
        }

        var number = Parse(matches[0].Groups["number"].Value, LanguageNumbers.Of(language).NumberDecimalSeparator[0]);
        var isNegative = matches[0].Groups["sign"].Value is "-" or "−";
        return (isNegative ? -number : number) * Factor(matches[0].Groups["scale"].Value);
    }

    private static bool IsBorder(char before) => char.IsWhiteSpace(before) || before is '(' or ':' or '=' or '~' or '%' or '₺' or '$' or '€' or '£' or '"' or '\'';

    private static decimal? Parse(string text, char point)
    {
        var plain = string.Concat(text.Where(c => char.IsAsciiDigit(c) || c is '.' or ','));
        var last = plain.LastIndexOfAny(['.', ',']);
        if (last < 0)
        {
            return Invariant(plain);
        }

        var separator = plain[last];
        var before = plain[..last];
        var isOnlyOne = !before.Contains(separator, StringComparison.Ordinal);
        var mayGroup = plain.Length - last - 1 == 3 && before.Length > 0 && before[0] != '0';
        var isPoint = isOnlyOne && (separator == point || !mayGroup || before.AsSpan().IndexOfAny('.', ',') >= 0);
        var whole = isPoint ? before : plain;
        return GroupsOfThree(whole) is { } digits ? Invariant($"{digits}.{(isPoint ? plain[(last + 1)..] : "0")}") : null;
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

    private static decimal? Invariant(string digits) =>
        digits.Length <= MaxDigits && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static decimal Factor(string scale) => scale.ToUpperInvariant() switch
    {
        "" => 1,
        "K" or "BIN" or "THOUSAND" => 1_000,
        _ => 1_000_000,
    };
}
