using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Integrations.Offline;

/// <summary>Which of the given products the answer is about, and what it says of them.</summary>
internal static class ProductAnswer
{
    public static IEnumerable<string> Lines(ModelContext context, Question question, Wording wording, Rules rules)
    {
        var named = context.Products.Where(product => IsNamed(product, question)).ToList();
        var shown = (named.Count > 0 ? named : context.Products).Take(rules.MaxProducts).ToList();
        if (shown is [var only] && (named.Count == 1 || context.Products.Count == 1))
        {
            return ProductLines.Detail(only, wording, !rules.Short);
        }

        var category = context.Category is null ? null : PlainText.Of(context.Category);
        var title = category is null ? wording.Products.Found : wording.Products.FoundIn(category);
        return [title, .. shown.Select(product => ProductLines.Line(product, wording, !rules.Short))];
    }

    /// <summary>The message has the product's name, its number, or the part of its name that has digits and letters.</summary>
    public static bool IsNamed(Product product, Question question) =>
        question.Says(TextFold.Fold(product.Name))
        || question.Says(TextFold.Fold(product.Sku))
        || product.Name.Split(' ').Any(part => IsModelCode(part) && question.Says(TextFold.Fold(part)));

    private static bool IsModelCode(string part) => part.Length > 2 && part.Any(char.IsAsciiDigit) && part.Any(char.IsLetter);
}
