using FlowEngine.Conversations;

namespace FlowEngine.Integrations.Offline;

/// <summary>A comparison as the node made it; nothing is added to it.</summary>
internal static class ComparisonAnswer
{
    /// <summary>Said in each product's line already.</summary>
    private static readonly string[] s_inLines = ["price", "stock"];

    public static IEnumerable<string> Lines(ProductComparison comparison, Wording wording)
    {
        var words = wording.Comparison;
        var differences = comparison.Differences.Where(row => !s_inLines.Contains(row.Name)).Select(row => Difference(row, comparison, wording));
        var advantages = comparison.Products.Select(product => Advantages(product, comparison, words)).OfType<string>();
        var common = comparison.Common
            .Where(row => !s_inLines.Contains(row.Name) && row.Values.Count > 0)
            .Select(row => $"- {AttributeText.Label(row.Name, words)}: {AttributeText.Value(row.Name, row.Values[0], wording)}");
        return
        [
            words.Intro,
            .. comparison.Products.Select(product => ProductLines.Line(product, wording, withDescription: false)),
            .. Section(words.Differences, differences),
            .. Section(words.Advantages, advantages),
            .. Section(words.Common, common),
        ];
    }

    private static IEnumerable<string> Section(string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return all.Count == 0 ? [] : [title, .. all];
    }

    private static string Difference(ComparedAttribute row, ProductComparison comparison, Wording wording)
    {
        var values = comparison.Products
            .Zip(row.Values, (product, value) => $"{PlainText.Of(product.Name)}: {AttributeText.Value(row.Name, value, wording)}");
        return $"- {AttributeText.Label(row.Name, wording.Comparison)} – {string.Join("; ", values)}";
    }

    private static string? Advantages(Product product, ProductComparison comparison, ComparisonWording words)
    {
        var said = comparison.Advantages
            .Where(advantage => advantage.ProductId == product.Id)
            .Select(advantage => Advantage(advantage.Code, words))
            .OfType<string>()
            .ToList();
        return said.Count == 0 ? null : $"- {PlainText.Of(product.Name)}: {string.Join(", ", said)}";
    }

    /// <summary>Null for codes that are not known here, and for weight: more of it helps nobody.</summary>
    private static string? Advantage(string code, ComparisonWording words) => code.Split(':') switch
    {
        ["cheaper"] => words.Cheaper,
        ["in_stock"] => words.InStock,
        ["higher", var name] when name.StartsWith("weight", StringComparison.Ordinal) => null,
        ["higher", var name] => words.Higher(AttributeText.Label(name, words)),
        ["lower", var name] => words.Lower(AttributeText.Label(name, words)),
        _ => null,
    };
}
