using FlowEngine.Conversations;

namespace FlowEngine.Nodes.Shop;

/// <summary>Adds prices in currencies that a message names, where the tenant has rates for them; without a rate nothing is added.</summary>
internal static class PriceConversion
{
    public static IReadOnlyList<Product> Added(IReadOnlyList<Product> products, IReadOnlyList<string> currencies, ExchangeRates? rates) =>
        currencies.Count == 0 || rates is null
            ? products
            : [.. products.Select(product => product with { ConvertedPrices = [.. Prices(product, currencies, rates)] })];

    private static IEnumerable<ConvertedPrice> Prices(Product product, IReadOnlyList<string> currencies, ExchangeRates rates)
    {
        foreach (var currency in currencies.Where(currency => currency != product.Currency))
        {
            if (product.Price is { } price && rates.Convert(price, product.Currency, currency) is { } amount)
            {
                yield return new(Math.Round(amount, 2, MidpointRounding.AwayFromZero), currency, rates.At);
            }
        }
    }
}
