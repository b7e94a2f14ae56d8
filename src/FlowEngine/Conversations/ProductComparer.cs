namespace FlowEngine.Conversations;

/// <summary>Finds differences, what is common and who is better at what. The same products always give the same comparison.</summary>
public static class ProductComparer
{
    /// <param name="products">Two or more.</param>
    /// <param name="rates">Needed only to say which of prices in several currencies is lower.</param>
    public static ProductComparison Compare(IReadOnlyList<Product> products, string format, ExchangeRates? rates)
    {
        var rows = Rows(products).ToList();
        return new(
            products,
            [.. rows.Where(row => !IsCommon(row))],
            [.. rows.Where(IsCommon)],
            [.. Cheaper(products, rates), .. InStock(products), .. Higher(products, rows)],
            format);
    }

    private static IEnumerable<ComparedAttribute> Rows(IReadOnlyList<Product> products)
    {
        yield return new("price", [.. products.Select(Price)]);
        yield return new("stock", [.. products.Select(product => Value.Of((decimal)product.Stock))]);
        var names = products.SelectMany(product => product.Attributes.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var name in names)
        {
            yield return new(name, [.. products.Select(product => product.Attributes.GetValueOrDefault(name))]);
        }
    }

    private static Value Price(Product product) => product.Price is { } price
        ? Value.Object(("amount", Value.Of(price)), ("currency", Value.Of(product.Currency)))
        : Value.Null;

    private static bool IsCommon(ComparedAttribute row) => row.Values.All(value => value == row.Values[0]);

    private static IEnumerable<ProductAdvantage> Cheaper(IReadOnlyList<Product> products, ExchangeRates? rates)
    {
        var prices = products.Select(product => Comparable(product, products[0].Currency, rates)).ToList();
        var best = prices.Contains(null) ? -1 : OnlyBest(prices, lowest: true);
        return best < 0 ? [] : [new(products[best].Id, "cheaper")];
    }

    private static decimal? Comparable(Product product, string currency, ExchangeRates? rates) =>
        product.Price is not { } price ? null
        : product.Currency == currency ? price
        : rates?.Convert(price, product.Currency, currency);

    private static IEnumerable<ProductAdvantage> InStock(IReadOnlyList<Product> products)
    {
        var there = products.Where(product => product.Stock > 0).ToList();
        return there.Count == products.Count ? [] : there.Select(product => new ProductAdvantage(product.Id, "in_stock"));
    }

    private static IEnumerable<ProductAdvantage> Higher(IReadOnlyList<Product> products, IReadOnlyList<ComparedAttribute> rows)
    {
        foreach (var row in rows.Skip(2).Where(row => row.Values.All(value => value.Kind == ValueKind.Number)))
        {
            var best = OnlyBest([.. row.Values.Select(value => value.Number)], lowest: false);
            if (best >= 0)
            {
                yield return new(products[best].Id, $"higher:{row.Name}");
            }
        }
    }

    /// <summary>-1 where two share the best.</summary>
    private static int OnlyBest(IReadOnlyList<decimal?> values, bool lowest)
    {
        var best = lowest ? values.Min() : values.Max();
        var holders = values.Index().Where(value => value.Item == best).ToList();
        return holders.Count == 1 ? holders[0].Index : -1;
    }
}
