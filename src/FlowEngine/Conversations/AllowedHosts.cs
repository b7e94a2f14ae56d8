namespace FlowEngine.Conversations;

public enum HostVerdict
{
    Allowed,
    NotAllowed,

    /// <summary>The host is on the list, but not for plain http.</summary>
    TlsRequired,
}

/// <summary>
/// A tenant's list of hosts: <c>api.example.com</c> and <c>*.example.com</c> (any name below it) allow https,
/// <c>http://name</c> plain http to exactly that name. A port other than the scheme's own must be written: <c>name:8443</c>.
/// </summary>
public static class AllowedHosts
{
    public static HostVerdict Judge(IEnumerable<string> entries, Uri url)
    {
        var host = HostOf(url);
        var verdict = HostVerdict.NotAllowed;
        foreach (var entry in entries)
        {
            if (Parse(entry) is not { } allowed || !Names(allowed, host))
            {
                continue;
            }

            if (allowed.Origin.Scheme == url.Scheme && allowed.Origin.Port == url.Port)
            {
                return HostVerdict.Allowed;
            }

            if (url.Scheme == Uri.UriSchemeHttp && allowed.Origin.Scheme == Uri.UriSchemeHttps)
            {
                verdict = HostVerdict.TlsRequired;
            }
        }

        return verdict;
    }

    /// <summary>False for a text that allows nothing.</summary>
    public static bool IsEntry(string text) => Parse(text) is not null;

    /// <summary>The name as it is compared: in ASCII, lower case, without the dot of the root; empty where it cannot be a host's.</summary>
    public static string HostOf(Uri url)
    {
        try
        {
            return url.IdnHost.TrimEnd('.').ToLowerInvariant();
        }
        catch (UriFormatException)
        {
            // Uri takes names that have no form in ASCII, and only says so here.
            return "";
        }
    }

    private static bool Names((Uri Origin, bool Below) allowed, string host)
    {
        var name = HostOf(allowed.Origin);
        return allowed.Below
            ? host.Length > name.Length + 1 && host.EndsWith($".{name}", StringComparison.Ordinal)
            : host == name;
    }

    private static (Uri Origin, bool Below)? Parse(string entry)
    {
        var text = entry.Trim();
        var hasScheme = text.Contains("://", StringComparison.Ordinal);
        var below = !hasScheme && text.StartsWith("*.", StringComparison.Ordinal);
        var written = hasScheme ? text : $"https://{(below ? text[2..] : text)}";
        if (!Uri.TryCreate(written, UriKind.Absolute, out var origin)
            || origin.Scheme is not ("https" or "http")
            || origin.PathAndQuery != "/" || origin.UserInfo.Length > 0 || origin.Fragment.Length > 0 || HostOf(origin).Length == 0)
        {
            return null;
        }

        var isName = origin.HostNameType == UriHostNameType.Dns;
        return below && (!isName || !HostOf(origin).Contains('.', StringComparison.Ordinal)) ? null : (origin, below);
    }
}
