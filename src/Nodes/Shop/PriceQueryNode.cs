using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Common;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Shop;

public sealed record PriceQueryConfiguration
{
    [Range(1, 50)]
    public int Limit { get; init; } = 5;

    [Description("Slugs of categories that are left out unless they are the category asked for.")]
    public IReadOnlyList<string> ExcludeCategories { get; init; } = [];

    [Description("The note also says what the products cost with VAT.")]
    public bool ShowVat { get; init; }

    [Description("In percent.")]
    [Range(0.0, 100.0)]
    public decimal VatRate { get; init; } = 20;

    [Description("Said beside prices; by default a sentence that they are without VAT.")]
    public LocalizedTemplate? VatNote { get; init; }
}

/// <summary>
/// A product that the message names comes before everything else. A message without a word about prices is searched for, and
/// <c>price_query_type</c> is null then.
/// </summary>
[NodeType("price_query", NodeCategory.Shop,
    Summary = "Finds the cheapest, the dearest, a range of prices or the product named.",
    Reads = [CategorySearch.Variable + "?"],
    Sets = [RowValues.Products + ":list", PriceVariables.Type + ":text", PriceVariables.VatNote + ":text"])]
[Port("found")]
[Port("not_found", Optional = true)]
internal sealed class PriceQueryNode : Node<PriceQueryConfiguration>
{
    /// <summary>How many hits of a search are looked through for the product named.</summary>
    private const int SearchDepth = 10;

    protected override async ValueTask<NodeResult> RunAsync(
        PriceQueryConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var (type, found) = await FindAsync(configuration, context, cancellationToken);
        var products = PriceConversion.Added(found, CurrencyWords.In(context.UserMessage), context.Turn.Tenant.Rates);
        context.Rows.Remember(products);
        if (products.Count == 0)
        {
            return NodeResult.Continue(1) with
            {
                Sets = WalkSets.Of(
                    (RowValues.Products, Value.EmptyList), (PriceVariables.Type, Value.Null), (PriceVariables.VatNote, Value.Null)),
            };
        }

        return NodeResult.Continue() with
        {
            Sets = WalkSets.Of(
                (RowValues.Products, RowValues.Of(products)),
                (PriceVariables.Type, Value.Of(type)),
                (PriceVariables.VatNote, Value.Of(VatText(configuration, products, context)))),
        };
    }

    private static async ValueTask<(string? Type, IReadOnlyList<Product> Products)> FindAsync(
        PriceQueryConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var question = PriceQuestionReader.Read(context.UserMessage);
        var slug = CategorySearch.Slug(context);
        var isSearched = question.Kind is PriceQuestionKind.None or PriceQuestionKind.List || context.UserMessage.Any(char.IsAsciiDigit);
        if (isSearched && !UnicodeText.IsBlank(context.UserMessage))
        {
            var found = await context.Ports.Catalog.SearchAsync(
                context.Tenant, new ProductQuery(context.UserMessage, null, SearchDepth), cancellationToken);
            var text = context.Scope.Fold(context.UserMessage);
            List<Product> named = [.. found.Where(product => ProductNames.IsAskedFor(product, text)).Take(configuration.Limit)];
            if (named.Count > 0)
            {
                return ("named", named);
            }

            if (question.Kind == PriceQuestionKind.None)
            {
                return (null, slug is null
                    ? [.. found.Take(configuration.Limit)]
                    : await CategorySearch.FindAsync(context, context.UserMessage, configuration.Limit, cancellationToken));
            }

            if (slug is null && found.Count > 0 && question.Kind == PriceQuestionKind.List)
            {
                return ("list", [.. found.Take(configuration.Limit)]);
            }
        }

        var range = new PriceRange(
            slug,
            question.Kind == PriceQuestionKind.Dearest,
            question.Minimum,
            question.Maximum,
            question.Currency,
            [.. configuration.ExcludeCategories.Where(excluded => excluded != slug)],
            configuration.Limit);
        return (NameOf(question.Kind), await context.Ports.Catalog.ByPriceAsync(context.Tenant, range, cancellationToken));
    }

    private static string VatText(PriceQueryConfiguration configuration, IReadOnlyList<Product> products, NodeContext context) =>
        VatNote.Of(configuration.VatNote, configuration.ShowVat, configuration.VatRate, products, context.Scope);

    private static string NameOf(PriceQuestionKind kind) => kind switch
    {
        PriceQuestionKind.Cheapest => "cheapest",
        PriceQuestionKind.Dearest => "dearest",
        PriceQuestionKind.Range => "range",
        _ => "list",
    };
}
