namespace FlowEngine.Storage.Catalog;

internal static class SiteAddress
{
    /// <summary>An address that begins with <c>/</c> is the tenant's site's.</summary>
    public static string? Of(string? site, string? address) =>
        string.IsNullOrWhiteSpace(address) ? null
        : address[0] == '/' && !string.IsNullOrEmpty(site) ? site.TrimEnd('/') + address
        : address;
}
