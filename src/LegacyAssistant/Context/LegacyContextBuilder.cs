using FlowEngine.Conversations;
using FlowEngine.Text;
using FlowEngine.Text.Contacts;

namespace FlowEngine.LegacyAssistant.Context;

/// <summary>
/// Gathers what V1 shows the model, in its own simple way: the price handler for superlatives, else one search of the catalogue;
/// contact facts and knowledge where no price and no category is asked for; knowledge for all questions.
/// </summary>
public sealed class LegacyContextBuilder(IProductCatalog catalog, IKnowledgeBase knowledge, IConversationHistory history)
{
    public const int HistoryLimit = 10;

    private const int ProductLimit = 5;

    private const int PassageLimit = 5;

    private const double MinimumScore = 0.1;

    /// <summary>Shorter names of categories take no suffix.</summary>
    private const int ShortestStem = 5;

    public async ValueTask<ModelContext> BuildAsync(
        TurnInput turn, AssistantPrompt prompt, CancellationToken cancellationToken)
    {
        var tenant = turn.Tenant;
        var message = new FoldedText(turn.Message ?? "");
        var context = new ModelContext
        {
            Language = turn.Language,
            UserMessage = message.Source,
            SystemPrompt = prompt.Text,
            TenantName = tenant.Name,
            Currency = tenant.Currency,
            Directives = [.. tenant.Directives.OrderByDescending(directive => directive.Priority)],
            History = await history.NewestAsync(tenant.Key, turn.ConversationId, HistoryLimit, includeSystem: false, cancellationToken),
        };

        var asksContact = LegacyKeywords.Contact.LongestMatch(message) > 0;
        var contact = tenant.Contact with { CallbackFormUrl = MessageAddresses.OnSite(tenant.SiteUrl, tenant.Contact.CallbackFormUrl) };
        context = asksContact
            ? context with { Contact = contact }
            : await WithProductsAsync(context, tenant.Key, message, cancellationToken);
        if (context.Products.Count == 0 || context is { Category: null, PriceQueryType: null } || LegacyKeywords.Question.LongestMatch(message) > 0)
        {
            context = context with
            {
                Passages = await knowledge.SearchAsync(tenant.Key, message.Source, PassageLimit, MinimumScore, cancellationToken),
            };
        }

        return context.Products.Count == 0 || context is { Category: null, PriceQueryType: null } ? context with { Contact = contact } : context;
    }

    private async ValueTask<ModelContext> WithProductsAsync(
        ModelContext context, TenantKey tenant, FoldedText message, CancellationToken cancellationToken)
    {
        var category = CategoryOf(message, await catalog.CategoriesAsync(tenant, cancellationToken));
        var priceType = PriceType(message);
        var products = priceType is null ? [] : await ByPriceAsync(tenant, category?.Slug, priceType, cancellationToken);
        if (products.Count == 0)
        {
            products = await catalog.SearchAsync(tenant, new ProductQuery(message.Source, category?.Slug, ProductLimit), cancellationToken);
        }

        if (products.Count == 0 && category is not null)
        {
            products = await ByPriceAsync(tenant, category.Slug, "cheapest", cancellationToken);
        }

        return context with
        {
            Category = category is null ? null : NameOf(category, context.Language),
            Products = priceType is null ? [.. products.OrderByDescending(product => product.Stock > 0)] : products,
            ProductsWereSearched = true,
            PriceQueryType = priceType ?? (LegacyKeywords.Price.LongestMatch(message) > 0 ? "list" : null),
        };
    }

    private ValueTask<IReadOnlyList<Product>> ByPriceAsync(
        TenantKey tenant, string? categorySlug, string priceType, CancellationToken cancellationToken) =>
        catalog.ByPriceAsync(
            tenant,
            new PriceRange(categorySlug, priceType == "dearest", Minimum: null, Maximum: null, Currency: null, ExcludedCategories: [], ProductLimit),
            cancellationToken);

    private static string? PriceType(FoldedText message) =>
        LegacyKeywords.Cheapest.LongestMatch(message) > 0 ? "cheapest"
        : LegacyKeywords.Dearest.LongestMatch(message) > 0 ? "dearest"
        : null;

    /// <summary>The category with the most specific name or synonym in the message; the tenant's order decides between equals.</summary>
    private static ProductCategory? CategoryOf(FoldedText message, IReadOnlyList<ProductCategory> categories) =>
        categories
            .Select(category => (Category: category, Words: WordsOf(category).LongestMatch(message)))
            .Where(match => match.Words > 0)
            .OrderByDescending(match => match.Words)
            .FirstOrDefault()
            .Category;

    private static KeywordMatcher WordsOf(ProductCategory category) =>
        new(category.Synonyms.Concat(category.Name.Values).Append(category.Slug.Replace('-', ' '))
            .Select(word => word.Length < ShortestStem ? word : $"{word}*"));

    private static string NameOf(ProductCategory category, string language) =>
        category.Name.GetValueOrDefault(language) ?? category.Name.Values.FirstOrDefault() ?? category.Slug;
}
