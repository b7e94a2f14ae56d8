using System.Globalization;
using System.Text.RegularExpressions;

namespace FlowEngine.Text;

/// <summary>
/// Amounts in users' texts, in Turkish and English notation: <c>50.000 TL</c>, <c>50 bin</c>, <c>$1,200.50</c>, <c>1.5k</c>, <c>2 milyon €</c>.
/// A single point or comma before exactly three digits groups thousands; otherwise it is the decimal point.
/// </summary>
public static class Amounts
{
    private const int MaxTextLength = 4000;

    private static readonly Regex s_pattern = new(
        @"((?<before>[$€£₺]|\b(TRY|TL|USD|EUR|GBP)\b)\s?)?" +
        @"(?<number>[0-9]+([.,][0-9]+)*)" +
        @"(\s?(?<scale>k|bin|thousand|mn|m|milyon|million)\b)?" +
        @"(\s?(?<after>[$€£₺]|(TRY|TL|lira|USD|dolar|dollars?|EUR|euros?|avro|GBP|sterlin|pounds?)\b))?",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Regex.InfiniteMatchTimeout);

    public static IReadOnlyList<Amount> Read(string text)
    {
        List<Amount> amounts = [];
        var read = text.Length > MaxTextLength ? text[..MaxTextLength] : text;
        foreach (var match in s_pattern.Matches(read).Cast<Match>())
        {
            if (Number(match.Groups["number"].Value) is not { } number)
            {
                continue;
            }

            var currency = match.Groups["before"].Success ? match.Groups["before"].Value
                : match.Groups["after"].Success ? match.Groups["after"].Value
                : null;
            amounts.Add(new Amount(number * Factor(match.Groups["scale"].Value), currency is null ? null : Money.Code(currency)));
        }

        return amounts;
    }

    private static decimal Factor(string scale) => TextFold.Fold(scale) switch
    {
        "k" or "bin" or "thousand" => 1_000,
        "m" or "mn" or "milyon" or "million" => 1_000_000,
        _ => 1,
    };

    private static decimal? Number(string text)
    {
        var point = text.LastIndexOfAny(['.', ',']);
        var isGrouping = point >= 0 && (text.Length - point - 1 == 3 && text[0] != '0') &&
            text.AsSpan(0, point).IndexOf(text[point] == '.' ? ',' : '.') < 0;
        var isRepeated = point > 0 && text.AsSpan(0, point).Contains(text[point]);
        var whole = point < 0 || isGrouping || isRepeated ? text : text[..point];
        var digits = string.Concat(whole.Where(char.IsAsciiDigit));
        var fraction = whole.Length == text.Length ? "" : text[(point + 1)..];
        return digits.Length <= 15 && fraction.Length <= 6 &&
            decimal.TryParse($"{digits}.{fraction}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                ? value
                : null;
    }
}
