using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Nodes.Shop;

/// <summary>Full-text search within the category that was detected, if one was.</summary>
internal static class CategorySearch
{
    public const string Variable = "category";

    public static string? Slug(NodeContext context) => context.Variables.Walk(Variable)["slug"].Text;

    /// <summary>
    /// Where the category is known but no word of the query is in the catalogue ("forkliftler"), the category's products are what was asked for.
    /// </summary>
    public static async ValueTask<IReadOnlyList<Product>> FindAsync(
        NodeContext context, string query, int limit, CancellationToken cancellationToken)
    {
        var slug = Slug(context);
        var catalog = context.Ports.Catalog;
        var products = await SearchAsync(context, query, slug, limit, cancellationToken);
        if (products.Count > 0 || slug is null)
        {
            return products;
        }

        var name = context.Variables.Walk(Variable)["name"].ToString();
        products = await SearchAsync(context, name, slug, limit, cancellationToken);
        return products.Count > 0
            ? products
            : await catalog.ByPriceAsync(context.Tenant, new PriceRange(slug, false, null, null, null, [], limit), cancellationToken);
    }

    private static ValueTask<IReadOnlyList<Product>> SearchAsync(
        NodeContext context, string query, string? slug, int limit, CancellationToken cancellationToken) =>
        UnicodeText.IsBlank(query)
            ? new([])
            : context.Ports.Catalog.SearchAsync(context.Tenant, new ProductQuery(query, slug, limit), cancellationToken);
}
