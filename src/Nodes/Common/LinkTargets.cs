using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text.Contacts;

namespace FlowEngine.Nodes.Common;

/// <summary>Where the markers of one text lead.</summary>
internal sealed class LinkTargets(string? site, IReadOnlyDictionary<string, string> routes, IReadOnlyList<Product> products, NodeContext context)
{
    private const string ProductKind = "shop:product";
    private const string CategoryKind = "shop:category";
    private const string ProductRoute = "/shop/{slug}";
    private const string CategoryRoute = "/shop/category/{slug}";

    /// <summary>How many hits of a search are looked through for the slug of a product that the answer was not given.</summary>
    private const int SearchDepth = 5;

    /// <summary>By marker as written; those that lead nowhere are not there.</summary>
    /// <param name="products">Those that the answer names.</param>
    public static async ValueTask<IReadOnlyDictionary<string, Link>> FindAsync(
        string text,
        string? site,
        IReadOnlyDictionary<string, string> routes,
        IReadOnlyList<Product> products,
        NodeContext context,
        CancellationToken cancellationToken)
    {
        var markers = new HashSet<string>(StringComparer.Ordinal);
        LinkMarker.ReplaceAll(text, marker =>
        {
            markers.Add(marker);
            return "";
        });
        var targets = new LinkTargets(site, routes, products, context);
        var links = new Dictionary<string, Link>(StringComparer.Ordinal);
        foreach (var marker in markers)
        {
            if (LinkMarker.TryParse(marker) is { } parsed && await targets.FindAsync(parsed, cancellationToken) is { } link)
            {
                links[marker] = link;
            }
        }

        return links;
    }

    private async ValueTask<Link?> FindAsync(LinkMarker marker, CancellationToken cancellationToken) =>
        $"{marker.Module}:{marker.Type}" switch
        {
            ProductKind => await ProductAsync(marker.Slug, cancellationToken),
            CategoryKind => await CategoryAsync(marker.Slug, cancellationToken),
            var kind => routes.TryGetValue(kind, out var route) ? Make(marker.Slug, route, marker.Slug) : null,
        };

    private async ValueTask<Link?> ProductAsync(string slug, CancellationToken cancellationToken)
    {
        var product = products.FirstOrDefault(product => product.Slug == slug);
        if (product is null)
        {
            var query = new ProductQuery(slug.Replace('-', ' '), null, SearchDepth);
            var found = await context.Ports.Catalog.SearchAsync(context.Tenant, query, cancellationToken);
            product = found.FirstOrDefault(product => product.Slug == slug);
        }

        return product is null ? null
            : routes.TryGetValue(ProductKind, out var route) ? Make(product.Name, route, slug)
            : LinkAddress.On(site, product.Url) is { } url ? new Link(product.Name, url)
            : Make(product.Name, ProductRoute, slug);
    }

    private async ValueTask<Link?> CategoryAsync(string slug, CancellationToken cancellationToken)
    {
        var categories = await context.Ports.Catalog.CategoriesAsync(context.Tenant, cancellationToken);
        return categories.FirstOrDefault(category => category.Slug == slug) is { } category
            ? Make(category.Name.GetValueOrDefault(context.Language) ?? slug, routes.GetValueOrDefault(CategoryKind, CategoryRoute), slug)
            : null;
    }

    private Link? Make(string text, string route, string slug)
    {
        var path = route.Replace("{slug}", Uri.EscapeDataString(slug), StringComparison.Ordinal);
        return LinkAddress.On(site, path) is { } url ? new Link(text, url) : null;
    }
}
