using FlowEngine.Text;

namespace FlowEngine.Nodes.Shop;

/// <summary>Reads what a message asks about prices.</summary>
internal static class PriceQuestionReader
{
    private static readonly KeywordMatcher s_cheapest = new(
        ["en ucuz*", "en uygun*", "en ekonomik*", "en hesaplı*", "en düşük fiyat*", "cheapest", "least expensive", "lowest price*",
         "lowest priced", "most affordable"]);

    private static readonly KeywordMatcher s_dearest = new(
        ["en pahalı*", "en yüksek fiyat*", "most expensive", "dearest", "highest price*", "highest priced", "priciest"]);

    private static readonly KeywordMatcher s_price = new(
        ["fiyat*", "ne kadar", "kaç para*", "kaç lira*", "kaç tl", "kaça", "ücret*", "bütçe*", "ucuz*", "pahalı*", "tutar*",
         "price*", "pricing", "cost*", "how much", "budget*", "cheap*", "expensive", "affordable"]);

    public static PriceQuestion Read(string message)
    {
        var text = new FoldedText(message);
        if (PriceRangeReader.Read(message) is { } range)
        {
            return range;
        }

        return new(
            s_cheapest.LongestMatch(text) > 0 ? PriceQuestionKind.Cheapest
            : s_dearest.LongestMatch(text) > 0 ? PriceQuestionKind.Dearest
            : s_price.LongestMatch(text) > 0 ? PriceQuestionKind.List
            : PriceQuestionKind.None);
    }
}
