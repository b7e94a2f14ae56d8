using FlowEngine.Conversations;

namespace FlowEngine.Text.Contacts;

/// <summary>
/// What a message leads to, held to <see cref="LinkAddress"/> whoever made it: a link of another scheme is left out, a card or an image loses its address.
/// A path without a scheme stays: it is the page's own site that shows it.
/// </summary>
public static class MessageAddresses
{
    public static Message Checked(Message message) => IsClean(message)
        ? message
        : message with
        {
            ImageUrl = Image(message.ImageUrl),
            Cards = [.. message.Cards.Select(card => card with { ImageUrl = Image(card.ImageUrl), Url = Link(card.Url) })],
            Links = [.. message.Links.Where(link => Link(link.Url) is not null)],
            Products = [.. message.Products.Select(product => product with { ImageUrl = Image(product.ImageUrl), Url = Link(product.Url) })],
        };

    /// <summary>The address on the site where there is one, else as it is; null where it must not be followed.</summary>
    public static string? OnSite(string? site, string? address) => LinkAddress.On(site, address) ?? Link(address);

    /// <summary>Null where it must not be followed.</summary>
    public static string? Link(string? address) => address is null || (LinkAddress.HasScheme(address) && !LinkAddress.IsAllowed(address)) ? null : address;

    /// <summary>Null where it must not be shown.</summary>
    public static string? Image(string? address) => address is null || (LinkAddress.HasScheme(address) && !LinkAddress.IsWeb(address)) ? null : address;

    private static bool IsClean(Message message) =>
        Image(message.ImageUrl) == message.ImageUrl
        && message.Cards.All(card => Image(card.ImageUrl) == card.ImageUrl && Link(card.Url) == card.Url)
        && message.Links.All(link => Link(link.Url) is not null)
        && message.Products.All(product => Image(product.ImageUrl) == product.ImageUrl && Link(product.Url) == product.Url);
}
