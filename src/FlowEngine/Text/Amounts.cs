using System.Globalization;
using System.Text.RegularExpressions;
using FlowEngine.Conversations;
using FlowEngine.Text.Contacts;

namespace FlowEngine.Text;

/// <summary>
/// Amounts in users' texts, in Turkish and English notation: <c>50.000 TL</c>, <c>2 000 lira</c>, <c>50 bin</c>, <c>$1,200.50</c>, <c>1.5k</c>,
/// <c>2 milyon €</c>. A single point or comma before exactly three digits groups thousands; otherwise it is the decimal point.
/// The first amount of a range takes over what only its second says: <c>10-20 bin TL</c>. Numbers in model codes (EP-1500) are none.
/// </summary>
public static class Amounts
{
    private const int MaxTextLength = 4000;

    private static readonly Regex s_pattern = new(
        @"((?<before>[$€£₺]|\b(TRY|TL|USD|EUR|GBP)\b)\s?)?" +
        @"(?<number>[0-9]{1,3}([ '’][0-9]{3})+([.,][0-9]{1,2})?\b|[0-9]+([.,][0-9]+)*)" +
        @"(\s?(?<scale>k|thousand|mn|million|bin(e|den|in|i|lik)?|milyon(a|dan|un|u|luk)?)\b)?" +
        @"(\s?(?<after>[$€£₺]|(TRY|(TL|USD|EUR|GBP)(den|dan|ye|ya|e|a|nin|lik|lık)?|(lira|dolar|euro|avro|sterlin)(dan|den|ya|ye|a|e|nın|nin|nun|ın|in|un|yı|yi|yu|ı|i|u|lık|lik|luk)?|dollars?|bucks|euros|pounds?|quid)\b))?",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Regex.InfiniteMatchTimeout);

    private static readonly string[] s_rangeWords = ["-", "—", "~", "ile", "ila", "to", "ve", "and"];

    public static IReadOnlyList<Amount> Read(string text) =>
        [.. Find(UnicodeText.Cut(text, MaxTextLength)).Select(placed => placed.Amount)];

    /// <summary>The amounts with their places, in the whole text.</summary>
    public static IReadOnlyList<PlacedAmount> Find(string text)
    {
        var plain = TypedText.SameLength(text);
        List<Found> found = [];
        foreach (var match in s_pattern.Matches(plain).Cast<Match>())
        {
            var isAfterAmount = found.Count > 0 && found[^1].End == match.Index - 1;
            if ((isAfterAmount || !IsInCode(plain, match.Index)) && Number(match.Groups["number"].Value) is { } number)
            {
                found.Add(new Found(match.Index, match.Index + match.Length, number, Factor(match.Groups["scale"].Value), Currency(match)));
            }
        }

        for (var i = found.Count - 2; i >= 0; i--)
        {
            found[i] = found[i].WithRestOfRange(found[i + 1], plain);
        }

        return [.. found.Select(amount => new PlacedAmount(amount.Start, amount.End, new Amount(amount.Number * amount.Factor, amount.Currency)))];
    }

    private static string? Currency(Match match) =>
        match.Groups["before"].Success ? Money.Code(match.Groups["before"].Value)
        : match.Groups["after"].Success ? CodeOf(match.Groups["after"].Value)
        : null;

    /// <summary>The code of a word with its ending: <c>liradan</c>, <c>TL'ye</c>.</summary>
    private static string CodeOf(string written) => written.ToUpperInvariant() switch
    {
        var word when word.StartsWith("TL", StringComparison.Ordinal) || word.StartsWith("LIRA", StringComparison.Ordinal) || word.StartsWith("LİRA", StringComparison.Ordinal) => "TRY",
        var word when word.StartsWith("DOL", StringComparison.Ordinal) || word.StartsWith("USD", StringComparison.Ordinal) || word == "BUCKS" => "USD",
        var word when word.StartsWith("EUR", StringComparison.Ordinal) || word.StartsWith("AVRO", StringComparison.Ordinal) => "EUR",
        var word when word.StartsWith("GBP", StringComparison.Ordinal) || word.StartsWith("STERL", StringComparison.Ordinal) || word.StartsWith("POUND", StringComparison.Ordinal) || word == "QUID" => "GBP",
        _ => Money.Code(written),
    };

    private static decimal Factor(string scale) => scale.ToUpperInvariant() switch
    {
        "" => 1,
        "K" or "THOUSAND" => 1_000,
        var word when word.StartsWith('B') => 1_000,
        _ => 1_000_000,
    };

    private static bool IsInCode(string text, int index) =>
        index > 0 && (char.IsLetter(text[index - 1]) || (text[index - 1] == '-' && index > 1 && char.IsLetter(text[index - 2])));

    private static decimal? Number(string written)
    {
        var text = string.Concat(written.Where(c => c is not (' ' or '\'' or '’')));
        var isGrouped = text.Length < written.Length;
        var point = text.LastIndexOfAny(['.', ',']);
        var before = point < 0 ? "" : text[..point];
        var isDecimalPoint = point >= 0 && !before.Contains(text[point], StringComparison.Ordinal) &&
            (isGrouped || text.Length - point - 1 != 3 || text[0] == '0' || before.AsSpan().IndexOfAny('.', ',') >= 0);
        var whole = isDecimalPoint ? before : text;
        var fraction = isDecimalPoint ? text[(point + 1)..] : "";
        var digits = string.Concat(whole.Where(char.IsAsciiDigit));
        return digits.Length <= 15 && fraction.Length <= 6
            ? decimal.Parse(fraction.Length > 0 ? $"{digits}.{fraction}" : digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : null;
    }

    private sealed record Found(int Start, int End, decimal Number, decimal Factor, string? Currency)
    {
        public Found WithRestOfRange(Found next, string text)
        {
            var between = text[End..next.Start].Trim();

            // "10'dan 20 bine": the ending of the first number says that it begins a range.
            var isRange = s_rangeWords.Contains(between, StringComparer.OrdinalIgnoreCase)
                || between.TrimStart('\'', '’') is "den" or "dan" or "ten" or "tan";
            if (!isRange)
            {
                return this;
            }

            var takesFactor = Factor == 1 && Number < 1000;
            return this with { Factor = takesFactor ? next.Factor : Factor, Currency = Currency ?? next.Currency };
        }
    }
}
