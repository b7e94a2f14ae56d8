using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Common;

/// <summary>Which products a text speaks of.</summary>
internal static class ProductNames
{
    /// <summary>The user's text has the product's name, its number, or the part of its name that has digits and letters.</summary>
    public static bool IsAskedFor(Product product, FoldedText text) =>
        Says(text, product.Name)
        || Says(text, product.Sku)
        || product.Name.Split(' ').Any(part => IsModelCode(part) && Says(text, part));

    /// <summary>The answer has the product's name, its number or a marker or link of it.</summary>
    public static IReadOnlyList<Product> In(string answer, IReadOnlyList<Product> products)
    {
        var text = new FoldedText(answer);
        return
        [
            .. products.Where(product =>
                Says(text, product.Name)
                || Says(text, product.Sku)
                || answer.Contains($":{product.Slug}]", StringComparison.Ordinal)
                || (product.Url is { Length: > 0 } url && answer.Contains(url, StringComparison.Ordinal))),
        ];
    }

    public static bool IsModelCode(string word) => word.Length > 2 && word.Any(char.IsAsciiDigit) && word.Any(char.IsLetter);

    private static bool Says(FoldedText text, string phrase)
    {
        var folded = TextFold.Fold(phrase);
        return folded.Length > 0 && $" {text.Text} ".Contains($" {folded} ", StringComparison.Ordinal);
    }
}
