using FlowEngine.Text.Contacts;

namespace FlowEngine.Storage.Catalog;

internal static class SiteAddress
{
    /// <summary>An address that begins with <c>/</c> is the tenant's site's; null where no link may lead there.</summary>
    public static string? Of(string? site, string? address) =>
        string.IsNullOrWhiteSpace(address) ? null
        : address[0] == '/' && !string.IsNullOrEmpty(site) ? LinkAddress.On(site, address)
        : MessageAddresses.Link(address);
}
