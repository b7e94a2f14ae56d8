using FlowEngine.Conversations;

namespace FlowEngine.NodeTypes;

/// <summary>Catalogue rows as values of variables: what texts show, with the id by which the row is read again.</summary>
public static class RowValues
{
    /// <summary>The walk variable of products; in stored state it is a list of ids.</summary>
    public const string Products = "products";

    /// <summary>The walk variable of passages; in stored state it is a list of ids.</summary>
    public const string Passages = "passages";

    public static Value Of(IReadOnlyList<Product> products) => Value.Of([.. products.Select(Of)]);

    public static Value Of(IReadOnlyList<Passage> passages) => Value.Of([.. passages.Select(Of)]);

    /// <summary>The ids of a list of rows, or of a list of ids.</summary>
    public static IReadOnlyList<long> Ids(Value rows) =>
        [.. rows.Items.Select(row => row.Number ?? row["id"].Number).OfType<decimal>().Select(id => (long)id)];

    private static Value Of(Product product) => Value.Object(
        ("id", Value.Of((decimal)product.Id)),
        ("sku", Value.Of(product.Sku)),
        ("slug", Value.Of(product.Slug)),
        ("title", Value.Of(product.Name)),
        ("category", Value.Of(product.CategorySlug)),
        ("description", Value.Of(product.Description)),
        ("price", product.Price is { } price ? Value.Of(price) : Value.Null),
        ("currency", Value.Of(product.Currency)),
        ("stock", Value.Of((decimal)product.Stock)),
        ("featured", Value.Of(product.Featured)),
        ("url", Value.Of(product.Url)),
        ("converted_prices", product.ConvertedPrices.Count == 0 ? Value.EmptyList : Value.Of([.. product.ConvertedPrices.Select(Of)])));

    private static Value Of(ConvertedPrice price) => Value.Object(
        ("amount", Value.Of(price.Amount)),
        ("currency", Value.Of(price.Currency)),
        ("rates_at", Value.Of(price.RatesAt.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));

    private static Value Of(Passage passage) => Value.Object(
        ("id", Value.Of((decimal)passage.Id)),
        ("title", Value.Of(passage.Title)),
        ("content", Value.Of(passage.Content)),
        ("url", Value.Of(passage.Url)),
        ("score", Value.Of((decimal)passage.Score)));
}
