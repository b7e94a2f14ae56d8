using System.Globalization;
using System.Text.RegularExpressions;

namespace FlowEngine.Text;

/// <summary>
/// Amounts in users' texts, in Turkish and English notation: <c>50.000 TL</c>, <c>50 bin</c>, <c>$1,200.50</c>, <c>1.5k</c>, <c>2 milyon €</c>.
/// A single point or comma before exactly three digits groups thousands; otherwise it is the decimal point.
/// The first amount of a range takes over what only its second says: <c>10-20 bin TL</c>. Numbers in model codes (EP-1500) are none.
/// </summary>
public static class Amounts
{
    private const int MaxTextLength = 4000;

    private static readonly Regex s_pattern = new(
        @"((?<before>[$€£₺]|\b(TRY|TL|USD|EUR|GBP)\b)\s?)?" +
        @"(?<number>[0-9]+([.,][0-9]+)*)" +
        @"(\s?(?<scale>k|bin|thousand|mn|milyon|million)\b)?" +
        @"(\s?(?<after>[$€£₺]|(TRY|TL|lira|USD|dolar|dollars?|EUR|euros?|avro|GBP|sterlin|pounds?)\b))?",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Regex.InfiniteMatchTimeout);

    public static IReadOnlyList<Amount> Read(string text) =>
        [.. Find(text.Length > MaxTextLength ? text[..MaxTextLength] : text).Select(placed => placed.Amount)];

    /// <summary>The amounts with their places, in the whole text.</summary>
    public static IReadOnlyList<PlacedAmount> Find(string text)
    {
        List<Found> found = [];
        foreach (var match in s_pattern.Matches(text).Cast<Match>())
        {
            if (!IsInCode(text, match.Index) && Number(match.Groups["number"].Value) is { } number)
            {
                found.Add(new Found(match.Index, match.Index + match.Length, number, Factor(match.Groups["scale"].Value), Currency(match)));
            }
        }

        for (var i = found.Count - 2; i >= 0; i--)
        {
            found[i] = found[i].WithRestOfRange(found[i + 1], text);
        }

        return [.. found.Select(amount => new PlacedAmount(amount.Start, amount.End, new Amount(amount.Number * amount.Factor, amount.Currency)))];
    }

    private static string? Currency(Match match) =>
        match.Groups["before"].Success ? Money.Code(match.Groups["before"].Value)
        : match.Groups["after"].Success ? Money.Code(match.Groups["after"].Value)
        : null;

    private static decimal Factor(string scale) => scale.ToUpperInvariant() switch
    {
        "K" or "BIN" or "THOUSAND" => 1_000,
        "MN" or "MILYON" or "MILLION" => 1_000_000,
        _ => 1,
    };

    private static bool IsInCode(string text, int index) =>
        index > 0 && (char.IsLetter(text[index - 1]) || (text[index - 1] == '-' && index > 1 && char.IsLetter(text[index - 2])));

    private static decimal? Number(string text)
    {
        var point = text.LastIndexOfAny(['.', ',']);
        var before = point < 0 ? "" : text[..point];
        var isDecimalPoint = point >= 0 && !before.Contains(text[point], StringComparison.Ordinal) &&
            (text.Length - point - 1 != 3 || text[0] == '0' || before.AsSpan().IndexOfAny('.', ',') >= 0);
        var whole = isDecimalPoint ? before : text;
        var fraction = isDecimalPoint ? text[(point + 1)..] : "";
        var digits = string.Concat(whole.Where(char.IsAsciiDigit));
        return digits.Length <= 15 && fraction.Length <= 6
            ? decimal.Parse($"{digits}.{fraction}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : null;
    }

    private sealed record Found(int Start, int End, decimal Number, decimal Factor, string? Currency)
    {
        public Found WithRestOfRange(Found next, string text)
        {
            var between = text.AsSpan(End, next.Start - End).Trim();
            if (between is not ("-" or "–" or "ile" or "to" or "ve" or "and"))
            {
                return this;
            }

            var takesFactor = Factor == 1 && Number < 1000;
            return this with { Factor = takesFactor ? next.Factor : Factor, Currency = Currency ?? next.Currency };
        }
    }
}
