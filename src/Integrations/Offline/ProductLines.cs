using System.Globalization;
using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Integrations.Offline;

/// <summary>Products as lines of an answer: name and link, price, stock, what it is.</summary>
internal static class ProductLines
{
    private const int FewItems = 3;

    private const int DescriptionLength = 160;

    public static string Line(Product product, Wording wording, bool withDescription)
    {
        var line = $"- {Name(product)} – {Price(product, wording)} – {Stock(product, wording.Products)}";
        var description = withDescription && PlainText.Sentences(product.Description) is [var first, ..]
            ? PlainText.Shortened(first, DescriptionLength)
            : "";
        return description.Length > 0 ? $"{line}. {description}" : line;
    }

    /// <summary>Line, whole description and attributes.</summary>
    public static IEnumerable<string> Detail(Product product, Wording wording, bool withDescription)
    {
        yield return Line(product, wording, withDescription: false);
        var description = string.Join(' ', PlainText.Sentences(product.Description));
        if (withDescription && description.Length > 0)
        {
            yield return description;
        }

        if (product.Attributes.Count > 0)
        {
            var details = product.Attributes
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => $"{AttributeText.Label(pair.Key, wording.Comparison)}: {AttributeText.Value(pair.Key, pair.Value, wording)}");
            yield return $"{wording.Products.Details}: {string.Join(", ", details)}.";
        }
    }

    /// <summary>The name, followed by the marker from which the tenant's link is made.</summary>
    public static string Name(Product product)
    {
        var marker = new LinkMarker("shop", "product", product.Slug).ToString();
        return LinkMarker.TryParse(marker) is null ? PlainText.Of(product.Name) : $"{PlainText.Of(product.Name)} {marker}";
    }

    public static string Price(Product product, Wording wording)
    {
        if (product.Price is not { } amount)
        {
            return wording.Products.OnRequest;
        }

        var price = Money.Format(amount, product.Currency, wording.Language);
        var converted = product.ConvertedPrices
            .GroupBy(other => other.RatesAt)
            .Select(rates => wording.Products.Converted(
                string.Join(", ", rates.Select(other => Money.Format(other.Amount, other.Currency, wording.Language))),
                rates.Key.ToString(wording.DateFormat, CultureInfo.InvariantCulture)))
            .ToList();
        return converted.Count == 0 ? price : $"{price} ({string.Join("; ", converted)})";
    }

    private static string Stock(Product product, ProductWording words) => product.Stock switch
    {
        <= 0 => words.OutOfStock,
        <= FewItems => words.LastItems(product.Stock),
        _ => words.InStock,
    };
}
