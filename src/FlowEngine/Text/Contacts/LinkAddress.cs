using System.Diagnostics.CodeAnalysis;
using FlowEngine.Conversations;

namespace FlowEngine.Text.Contacts;

/// <summary>What a link, an image or a button may lead to: <c>http</c>, <c>https</c>, <c>mailto</c> and <c>tel</c>, nothing that runs or reads.</summary>
public static class LinkAddress
{
    private const int MaxLength = 2048;

    /// <summary>As a message names them.</summary>
    public const string Schemes = "http, https, mailto and tel";

    /// <summary>The address where it is one that a link may have; null otherwise.</summary>
    public static string? Allowed(string? address) => IsAllowed(address) ? address.Trim() : null;

    /// <summary>An absolute address of an allowed scheme.</summary>
    public static bool IsAllowed([NotNullWhen(true)] string? address) => SchemeOf(address) switch
    {
        "http" or "https" => IsWeb(address!),
        "mailto" => address!.Trim().Length > "mailto:".Length && address.Contains('@', StringComparison.Ordinal) && HasNoControl(address),
        "tel" => address!.Trim()["tel:".Length..] is { Length: > 0 } number && number.Any(char.IsAsciiDigit) && number.All(c => char.IsAsciiDigit(c) || "+-.()* #;=ext".Contains(c, StringComparison.Ordinal)),
        _ => false,
    };

    /// <summary>An absolute address with <c>http</c> or <c>https</c> and a host.</summary>
    public static bool IsWeb([NotNullWhen(true)] string? address) =>
        address?.Trim() is { Length: > 0 and <= MaxLength } text
        && HasNoControl(text)
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && SchemeOf(text) is "http" or "https"
        && uri.Host.Length > 0;

    /// <summary>
    /// True where a browser may take the text as an address with a scheme, such as <c>javascript:</c>, with whatever it skips before and within:
    /// such a text is no path of a site.
    /// </summary>
    public static bool HasScheme(string? address) => SchemeOf(address) is not null;

    /// <summary>
    /// The address where it may be linked; one without a scheme is of the site. Null where it leads nowhere, or to what a link must not lead to.
    /// </summary>
    public static string? On(string? site, string? address)
    {
        if (address is null || UnicodeText.IsBlank(address))
        {
            return null;
        }

        return HasScheme(address) ? Allowed(address)
            : IsWeb(site) && HasNoControl(address) ? $"{site.Trim().TrimEnd('/')}/{address.Trim().TrimStart('/')}"
            : null;
    }

    /// <summary>
    /// What is wrong with the beginning of a text that becomes an address: it has another scheme. What variables give is seen when it is rendered.
    /// </summary>
    /// <param name="source">The text up to its first variable.</param>
    /// <param name="isWhole">No variable follows.</param>
    public static bool IsRefused(string source, bool isWhole) =>
        SchemeOf(source) is { } scheme && (isWhole ? !IsAllowed(source) : scheme is not ("http" or "https" or "mailto" or "tel"));

    /// <summary>What stands before the first colon, unless it comes after the beginning of a path; in lower case, without what browsers leave out.</summary>
    private static string? SchemeOf(string? address)
    {
        var text = address is null ? "" : string.Concat(address.Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c) && c is not ('\u200B' or '\uFEFF')));
        var end = text.IndexOfAny([':', '/', '?', '#', '\\']);
        return end > 0 && text[end] == ':' ? text[..end].ToLowerInvariant() : null;
    }

    private static bool HasNoControl(string text) => !text.Any(c => char.IsControl(c) || c is '\\');
}
