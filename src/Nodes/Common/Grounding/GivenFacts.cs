using FlowEngine.Conversations;
using FlowEngine.Text;
using FlowEngine.Text.Contacts;

namespace FlowEngine.Nodes.Common.Grounding;

/// <summary>What an answer may draw on, in the forms that its parts are held against.</summary>
internal sealed class GivenFacts
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<(decimal Value, string Currency)> _amounts = [];

    public GivenFacts(ModelContext context, TenantProfile tenant)
    {
        var products = context.Products.Concat(context.Comparison?.Products ?? []).DistinctBy(product => product.Id).ToList();
        var texts = Texts(context, tenant, products).OfType<string>().ToList();
        foreach (var word in texts.Append(context.UserMessage).Concat(UserHistory(context)).SelectMany(TextFold.Words))
        {
            _words.Add(word);
        }

        Ordinary = new OrdinaryWords(tenant);
        foreach (var product in products)
        {
            AddPrices(product);
        }

        // The user's own amounts are no prices of ours, but the bounds that were searched within.
        var amountTexts = context.PriceQueryType == "range" ? texts.Append(context.UserMessage) : texts;
        foreach (var amount in amountTexts.SelectMany(Amounts.Read))
        {
            _amounts.Add((amount.Value, amount.Currency ?? tenant.Currency));
        }

        Links = Addresses(context, tenant, products).Concat(texts.SelectMany(LinkPattern.In)).ToHashSet(StringComparer.Ordinal);
        Slugs = products.Select(product => product.Slug).ToHashSet(StringComparer.Ordinal);
        ProductWords = products
            .SelectMany(product => TextFold.Words($"{product.Name} {product.CategorySlug.Replace('-', ' ')}"))
            .Concat(TextFold.Words(context.Category ?? ""))
            .Where(word => word.Length > 2 && !word.Any(char.IsAsciiDigit))
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Absolute, without a trailing slash.</summary>
    public IReadOnlySet<string> Links { get; }

    /// <summary>Of the products.</summary>
    public IReadOnlySet<string> Slugs { get; }

    /// <summary>Folded words of names and categories: beside one of them, a capitalised word is a name of a product.</summary>
    public IReadOnlySet<string> ProductWords { get; }

    public OrdinaryWords Ordinary { get; }

    public bool HasWord(string folded) => _words.Contains(folded);

    public bool HasAmount(decimal value, string currency) => _amounts.Contains((value, currency));

    private void AddPrices(Product product)
    {
        if (product.Price is { } price)
        {
            AddRounded(price, product.Currency);
        }

        foreach (var converted in product.ConvertedPrices)
        {
            AddRounded(converted.Amount, converted.Currency);
        }
    }

    private void AddRounded(decimal value, string currency)
    {
        _amounts.Add((value, currency));
        _amounts.Add((Math.Round(value, 2, MidpointRounding.AwayFromZero), currency));
        _amounts.Add((Math.Round(value, 0, MidpointRounding.AwayFromZero), currency));
    }

    private static IEnumerable<string> UserHistory(ModelContext context) =>
        context.History.Where(message => message.Role == MessageRole.User).Select(message => message.Content);

    private static IEnumerable<string?> Texts(ModelContext context, TenantProfile tenant, IReadOnlyList<Product> products) =>
    [
        context.SystemPrompt, tenant.Name, context.Category, context.VatNote,
        .. context.Directives.Select(rule => rule.Value),
        .. products.SelectMany(Texts),
        .. context.Passages.SelectMany(passage => new[] { passage.Title, passage.Content }),
        .. context.Variables.Values.Select(value => value.ToString()),
        context.Contact?.Phone, context.Contact?.WhatsApp, context.Contact?.Email, context.Contact?.Address,
        .. context.Contact?.WorkingHours.Values ?? [],
    ];

    private static IEnumerable<string> Texts(Product product) =>
        product.Attributes.Select(pair => $"{pair.Key.Replace('_', ' ')} {pair.Value}")
            .Concat([product.Name, product.Sku, product.Description, product.CategorySlug]);

    private static IEnumerable<string> Addresses(ModelContext context, TenantProfile tenant, IReadOnlyList<Product> products) =>
        products.SelectMany(product => new[] { product.Url, product.ImageUrl })
            .Concat(context.Passages.Select(passage => passage.Url))
            .Append(context.Contact?.CallbackFormUrl)
            .OfType<string>()
            .Select(address => LinkAddress.On(tenant.SiteUrl, address))
            .Append(tenant.SiteUrl)
            .Append(SiteAddress.WhatsApp(context.Contact?.WhatsApp))
            .OfType<string>()
            .Select(address => address.TrimEnd('/'));
}
