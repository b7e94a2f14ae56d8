using System.Globalization;
using System.Text.RegularExpressions;
using FlowEngine.Text;
using FlowEngine.Text.Contacts;

namespace FlowEngine.Nodes.Shop;

/// <summary>The bounds that a message sets on prices: each amount with the words around it.</summary>
internal static partial class PriceRangeReader
{
    /// <summary>A number without a currency is an amount only from here on: smaller ones count tons or pieces.</summary>
    private const decimal LeastBareAmount = 100;

    /// <summary>How far "around" reaches to both sides.</summary>
    private const decimal Around = 0.2m;

    private const string Break = "\n";

    private static readonly KeywordMatcher s_around = new(
        ["civarı*", "yaklaşık*", "dolay*", "around", "about", "approximately", "roughly"]);

    private static readonly KeywordMatcher s_between = new(["arası*", "aralığı*", "between"]);

    private static readonly string[] s_joins = ["ile", "ila", "to", "up to", "through", "until", "till", "ve", "and"];

    /// <summary>Null where the message names no amount of money.</summary>
    public static PriceQuestion? Read(string message)
    {
        var plain = Blank(Negated().Replace(TypedText.SameLength(message), " not"));
        var folded = new FoldedText(plain);
        var isNear = s_around.LongestMatch(folded) > 0;
        var isBetween = s_between.LongestMatch(folded) > 0;
        var placed = Amounts.Find(plain).Select(amount => Said.In(plain, amount)).ToList();
        Bind(placed, plain);
        var joined = Join(placed, plain, isBetween);
        var meant = placed.Where(said => said.Amount.Currency is not null || said.IsRange || ((said.Bound != PriceBound.None || isNear) && said.Amount.Value >= LeastBareAmount)).ToList();
        if (meant.Count == 0)
        {
            return null;
        }

        var currency = meant.Select(said => said.Amount.Currency).FirstOrDefault(code => code is not null);
        return joined is { } range ? Range(range.Low, range.High, currency)
            : meant.Count == 1 && isBetween && Halves(meant[0], plain) is { } halves ? Range(halves.Low, halves.High, currency)
            : meant.Count > 1 ? OfSeveral(meant, currency)
            : OfOne(meant[0], isNear, currency);
    }

    private static PriceQuestion OfOne(Said said, bool isNear, string? currency)
    {
        var value = said.Amount.Value;
        return isNear && said.Bound == PriceBound.None ? Range(value * (1 - Around), value * (1 + Around), currency)
            : said.Bound == PriceBound.AtLeast ? Range(value, null, currency)
            : Range(null, value, currency);
    }

    /// <summary>Each as it is bound; without words they are the ends of what is looked for.</summary>
    private static PriceQuestion OfSeveral(List<Said> meant, string? currency)
    {
        var least = meant.Where(said => said.Bound == PriceBound.AtLeast).Select(said => (decimal?)said.Amount.Value).Max();
        var most = meant.Where(said => said.Bound == PriceBound.AtMost).Select(said => (decimal?)said.Amount.Value).Min();
        return least is null && most is null || least > most
            ? Range(meant.Min(said => said.Amount.Value), meant.Max(said => said.Amount.Value), currency)
            : Range(least, most, currency);
    }

    private static PriceQuestion Range(decimal? low, decimal? high, string? currency) =>
        low > high ? new(PriceQuestionKind.Range, high, low, currency) : new(PriceQuestionKind.Range, low, high, currency);

    /// <summary>Reads the bound of each amount from left to right; a word belongs to one amount only.</summary>
    private static void Bind(List<Said> placed, string text)
    {
        var from = 0;
        for (var i = 0; i < placed.Count; i++)
        {
            var said = placed[i];
            var until = i + 1 < placed.Count ? placed[i + 1].Start : text.Length;
            var before = Clause(text[from..said.Start], isBefore: true);
            var after = Clause(text[said.End..until], isBefore: false);
            var bound = PriceBoundWords.Before(before);
            from = said.End;
            if (bound == PriceBound.None && text[said.End..].StartsWith('+'))
            {
                bound = PriceBound.AtLeast;
            }

            if (bound == PriceBound.None)
            {
                (bound, var used) = PriceBoundWords.After(after, said.IsCompared);
                from = used > 0 ? AfterWords(text, said.End, until, used) : from;
            }

            placed[i] = said with { Bound = bound == PriceBound.AtLeast && PriceBoundWords.IsTooMuch(after) ? PriceBound.AtMost : bound };
        }
    }

    /// <summary>Two amounts that a word, a dash or an ending joins to a range.</summary>
    private static (decimal Low, decimal High)? Join(List<Said> placed, string text, bool isBetween)
    {
        for (var i = 0; i + 1 < placed.Count; i++)
        {
            var (first, second) = (placed[i], placed[i + 1]);
            var between = text[first.End..second.Start].Trim();
            var isMoney = first.Amount.Currency is not null || second.Amount.Currency is not null
                || (first.Amount.Value >= LeastBareAmount && second.Amount.Value >= LeastBareAmount);
            var isJoined = between is "-" or "--" or "—" or "~" or ".." or "..."
                || s_joins.Contains(between, StringComparer.OrdinalIgnoreCase)
                || (between.Length == 0 && (isBetween || first.IsCompared));
            if (isMoney && isJoined)
            {
                placed[i] = first with { IsRange = true };
                placed[i + 1] = second with { IsRange = true };
                return (Math.Min(first.Amount.Value, second.Amount.Value), Math.Max(first.Amount.Value, second.Amount.Value));
            }
        }

        return null;
    }

    /// <summary>"100 200 TL arası" are two amounts, although they are written like one.</summary>
    private static (decimal Low, decimal High)? Halves(Said said, string text) =>
        text[said.Start..said.End].Split(' ') is [var first, { Length: 3 } second, ..]
        && Plain(first) is { } low && Plain(second) is { } high && low < high
            ? (low, high)
            : null;

    private static decimal? Plain(string digits) =>
        decimal.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Folded words of the clause that touches the amount.</summary>
    private static List<string> Clause(string text, bool isBefore)
    {
        var clauses = ClauseEnd().Replace(text, Break).Split(Break);
        var clause = isBefore ? clauses[^1] : clauses[0];
        var words = TextFold.Words(clause).ToList();
        var sign = Comparison().Match(clause);
        if (isBefore && sign.Success)
        {
            words.Add(sign.Value.Trim());
        }

        return words;
    }

    private static int AfterWords(string text, int start, int end, int words)
    {
        var found = Word().Matches(text[start..end]);
        return words <= found.Count ? start + found[words - 1].Index + found[words - 1].Length : end;
    }

    /// <summary>Without numbers that measure something else than money; as long as before.</summary>
    private static string Blank(string text) => Measure().Replace(text, match => new string(' ', match.Length));

    [GeneratedRegex(
        @"\b[0-9]+([.,][0-9]+)*\s?(kg|kilo|ton|tons|tonne|tonnes|mm|cm|m|metre|meters?|volt|v|ah|kw|hp|adet|pieces?|pcs|ay|months?|yıl|years?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Measure();

    /// <summary>"don't", "can't": folded, the negation would be cut with its apostrophe.</summary>
    [GeneratedRegex(@"n['’]t\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Negated();

    [GeneratedRegex(@"[,;!?]|\.(\s|$)|\b(ama|fakat|but)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ClauseEnd();

    [GeneratedRegex(@"[<>≤≥]=?\s*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    /// <summary>Letters that go on after an amount: <c>'den</c>, <c>ye</c>.</summary>
    [GeneratedRegex(@"^['’]?\p{L}+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Ending();

    private sealed record Said(int Start, int End, Amount Amount, bool IsCompared)
    {
        public PriceBound Bound { get; init; }

        public bool IsRange { get; init; }

        public static Said In(string text, PlacedAmount placed)
        {
            var ending = Ending().Match(text[placed.End..]) is { Success: true } match ? match.Length : 0;
            var end = placed.End + ending;
            var last = text[placed.Start..end];
            var isCompared = last.EndsWith("den", StringComparison.OrdinalIgnoreCase) || last.EndsWith("dan", StringComparison.OrdinalIgnoreCase)
                || last.EndsWith("ten", StringComparison.OrdinalIgnoreCase) || last.EndsWith("tan", StringComparison.OrdinalIgnoreCase);
            return new(placed.Start, end, placed.Amount, isCompared);
        }
    }
}
