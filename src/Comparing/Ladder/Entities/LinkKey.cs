namespace FlowEngine.Comparing.Ladder.Entities;

/// <summary>An address without what leads to the same page either way: scheme, <c>www.</c>, case of the host, a last slash, marks of campaigns.</summary>
internal static class LinkKey
{
    public static string Of(string url)
    {
        var absolute = url.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? $"https://{url}" : url;
        if (!Uri.TryCreate(absolute, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return url.Trim();
        }

        var host = uri.Authority.ToLowerInvariant();
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        var query = string.Join('&', uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !part.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)));
        return $"{host}{uri.AbsolutePath.TrimEnd('/')}{(query.Length > 0 ? "?" + query : "")}{uri.Fragment}";
    }
}
