using FlowEngine.Conversations;
using FlowEngine.Text.Contacts;

namespace FlowEngine.LegacyAssistant;

/// <summary>Turns the markers of an answer into addresses of the tenant's site. A marker of no product that was given is removed.</summary>
internal sealed class SiteLinks(TenantProfile tenant, IReadOnlyList<Product> products)
{
    /// <summary>The text that takes the marker's place: the absolute address, or nothing.</summary>
    public string Replace(string marker) => Target(marker) is { } link ? link.Url : "";

    public string ReplaceAll(string text) => LinkMarker.ReplaceAll(text, Replace);

    /// <summary>The links of a text's markers in their order, each once.</summary>
    public IReadOnlyList<Link> In(string text)
    {
        var links = new List<Link>();
        LinkMarker.ReplaceAll(text, marker =>
        {
            if (Target(marker) is { } link && !links.Contains(link))
            {
                links.Add(link);
            }

            return "";
        });
        return links;
    }

    /// <summary>The given products that the text names or links.</summary>
    public IReadOnlyList<Product> ProductsIn(string text) =>
    [
        .. products.Where(product =>
            text.Contains(product.Name, StringComparison.OrdinalIgnoreCase)
            || text.Contains($":{product.Slug}]", StringComparison.Ordinal)),
    ];

    private Link? Target(string marker)
    {
        if (LinkMarker.TryParse(marker) is not { Module: "shop", Type: "product" } parsed
            || products.FirstOrDefault(product => product.Slug == parsed.Slug) is not { } product)
        {
            return null;
        }

        var url = LinkAddress.On(tenant.SiteUrl, product.Url) ?? LinkAddress.On(tenant.SiteUrl, $"/shop/{Uri.EscapeDataString(product.Slug)}");
        return url is null ? null : new Link(product.Name, url);
    }
}
