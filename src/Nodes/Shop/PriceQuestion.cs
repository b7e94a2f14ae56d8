using System.Text.RegularExpressions;
using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Shop;

public enum PriceQuestionKind
{
    /// <summary>The message has no word about prices.</summary>
    None,

    /// <summary>Prices are asked for, without more.</summary>
    List,
    Cheapest,
    Dearest,
    Range,
}

/// <summary>What a message asks about prices, in Turkish or English.</summary>
/// <param name="Currency">ISO 4217 of the bounds; null where the message names none.</param>
public sealed partial record PriceQuestion(PriceQuestionKind Kind, decimal? Minimum = null, decimal? Maximum = null, string? Currency = null)
{
    /// <summary>A number without a currency is an amount only from here on: smaller ones count tons or pieces.</summary>
    private const decimal LeastBareAmount = 100;

    /// <summary>How far "around" reaches to both sides.</summary>
    private const decimal Around = 0.2m;

    private static readonly KeywordMatcher s_cheapest = new(
        ["en ucuz*", "en uygun*", "en ekonomik*", "en hesaplı*", "en düşük fiyat*", "cheapest", "least expensive", "lowest price*",
         "lowest priced", "most affordable"]);

    private static readonly KeywordMatcher s_dearest = new(
        ["en pahalı*", "en yüksek fiyat*", "most expensive", "dearest", "highest price*", "highest priced", "priciest"]);

    private static readonly KeywordMatcher s_price = new(
        ["fiyat*", "ne kadar", "kaç para*", "kaç lira*", "kaç tl", "kaça", "ücret*", "bütçe*", "ucuz*", "pahalı*", "tutar*",
         "price*", "pricing", "cost*", "how much", "budget*", "cheap*", "expensive", "affordable"]);

    private static readonly KeywordMatcher s_notAbove = new(
        ["altı", "altında*", "aşağı*", "en fazla", "en çok", "kadar", "geçmeyen", "bütçe*", "under", "below", "less than", "up to", "at most",
         "maximum", "max", "cheaper than", "budget*", "no more than"]);

    private static readonly KeywordMatcher s_notBelow = new(
        ["üstü", "üstünde*", "üzeri", "üzerinde*", "yukarı*", "en az", "fazla", "over", "above", "more than", "at least", "minimum", "min",
         "from", "starting at"]);

    private static readonly KeywordMatcher s_around = new(
        ["civarı*", "yaklaşık*", "dolay*", "around", "about", "approximately", "roughly"]);

    private static readonly KeywordMatcher s_between = new(["arası*", "aralığı*", "between"]);

    public static PriceQuestion Read(string message)
    {
        var text = new FoldedText(message);
        if (Range(message, text) is { } range)
        {
            return range;
        }

        return new(
            s_cheapest.LongestMatch(text) > 0 ? PriceQuestionKind.Cheapest
            : s_dearest.LongestMatch(text) > 0 ? PriceQuestionKind.Dearest
            : s_price.LongestMatch(text) > 0 ? PriceQuestionKind.List
            : PriceQuestionKind.None);
    }

    private static PriceQuestion? Range(string message, FoldedText text)
    {
        var (notAbove, notBelow) = (s_notAbove.LongestMatch(text), s_notBelow.LongestMatch(text));
        var isNear = s_around.LongestMatch(text) > 0;
        var isBetween = s_between.LongestMatch(text) > 0;
        var saysRange = notAbove > 0 || notBelow > 0 || isNear || isBetween;
        List<Amount> amounts =
        [
            .. Amounts.Read(Measure().Replace(message, " "))
                .Where(amount => amount.Currency is not null || (saysRange && amount.Value >= LeastBareAmount)),
        ];
        if (amounts.Count == 0)
        {
            return null;
        }

        var currency = amounts.Select(amount => amount.Currency).FirstOrDefault(code => code is not null);
        if (amounts.Count > 1)
        {
            return new(PriceQuestionKind.Range, amounts.Min(amount => amount.Value), amounts.Max(amount => amount.Value), currency);
        }

        var value = amounts[0].Value;
        return isNear ? new(PriceQuestionKind.Range, value * (1 - Around), value * (1 + Around), currency)
            : notBelow > notAbove ? new(PriceQuestionKind.Range, value, null, currency)
            : new(PriceQuestionKind.Range, null, value, currency);
    }

    /// <summary>Numbers that measure something else than money.</summary>
    [GeneratedRegex(
        @"\b[0-9]+([.,][0-9]+)*\s?(kg|kilo|ton|tons|tonne|tonnes|mm|cm|m|metre|meters?|volt|v|ah|kw|hp|adet|pieces?|pcs|ay|months?|yıl|years?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Measure();
}
