using FlowEngine.Conversations;

namespace FlowEngine.Integrations.Offline;

/// <summary>Answers about prices: one product on top, or a range, or a list. The catalogue's order is kept.</summary>
internal static class PriceAnswer
{
    /// <summary>What is asked about prices: by the flow, else by the message's own words; null where nothing is.</summary>
    public static string? Type(ModelContext context, Question question) =>
        context.PriceQueryType
        ?? (question.AsksCheapest ? "cheapest" : question.AsksDearest ? "dearest" : question.AsksPrice ? "list" : null);

    public static IEnumerable<string> Lines(ModelContext context, string type, Question question, Wording wording, Rules rules)
    {
        IReadOnlyList<string> lines =
        [
            .. type switch
            {
                "cheapest" => Extreme(context, dearest: false, wording, rules),
                "dearest" => Extreme(context, dearest: true, wording, rules),
                "named" => ProductAnswer.Lines(context, question, wording, rules),
                _ => Listed(context, type, question, wording, rules),
            },
        ];
        return lines.Any(line => line.Contains(wording.Products.OnRequest, StringComparison.Ordinal))
            ? lines.Append(wording.Products.AskForPrice)
            : lines;
    }

    private static IEnumerable<string> Extreme(ModelContext context, bool dearest, Wording wording, Rules rules)
    {
        var words = wording.Products;
        var top = Best(context.Products, dearest);
        if (top is null)
        {
            return List(context.Products, wording, rules);
        }

        var title = context.PriceQueryType is null
            ? dearest ? words.DearestOfThese : words.CheapestOfThese
            : (dearest ? words.Dearest : words.Cheapest)(Category(context));
        var lines = new List<string> { title, ProductLines.Line(top, wording, !rules.Short) };
        var inStock = top.Stock > 0 ? null : Best([.. context.Products.Where(product => product.Stock > 0)], dearest);
        if (inStock is not null)
        {
            lines.Add(dearest ? words.DearestInStock : words.CheapestInStock);
            lines.Add(ProductLines.Line(inStock, wording, !rules.Short));
        }

        var others = context.Products
            .Where(product => product.Id != top.Id && product.Id != inStock?.Id)
            .Take(rules.MaxProducts - (inStock is null ? 1 : 2))
            .ToList();
        return others.Count == 0
            ? lines
            : [.. lines, words.Others, .. others.Select(product => ProductLines.Line(product, wording, withDescription: false))];
    }

    private static IEnumerable<string> Listed(
        ModelContext context, string type, Question question, Wording wording, Rules rules)
    {
        var named = context.Products.Where(product => ProductAnswer.IsNamed(product, question)).ToList();
        if (named.Count > 0 && type != "range")
        {
            return ProductAnswer.Lines(context, question, wording, rules);
        }

        var shown = context.Products.Take(rules.MaxProducts).ToList();
        var (low, high) = (Best(shown, dearest: false), Best(shown, dearest: true));
        var title = type == "range" && low is not null && high is not null && low.Id != high.Id && low.Currency == high.Currency
            ? wording.Products.Between(ProductLines.Price(low, wording), ProductLines.Price(high, wording))
            : wording.Products.Prices(Category(context));
        return [title, .. List(shown, wording, rules)];
    }

    private static IEnumerable<string> List(IReadOnlyList<Product> products, Wording wording, Rules rules) =>
        products.Take(rules.MaxProducts).Select(product => ProductLines.Line(product, wording, withDescription: false));

    /// <summary>By amount where all are in one currency, else the first: the catalogue has put them in order.</summary>
    private static Product? Best(IReadOnlyList<Product> products, bool dearest)
    {
        var priced = products.Where(product => product.Price is not null).ToList();
        if (priced.Count == 0 || priced.Exists(product => product.Currency != priced[0].Currency))
        {
            return priced.FirstOrDefault();
        }

        return dearest ? priced.MaxBy(product => product.Price) : priced.MinBy(product => product.Price);
    }

    private static string? Category(ModelContext context) => context.Category is null ? null : PlainText.Of(context.Category);
}
