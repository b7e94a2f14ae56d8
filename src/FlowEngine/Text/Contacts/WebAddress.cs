namespace FlowEngine.Text.Contacts;

/// <summary>
/// The one web address of a text; <c>https</c> where it names no scheme. Where words follow an address that has a path, nobody can tell whether they
/// belong to it, so it is refused rather than cut at the blank.
/// </summary>
public static class WebAddress
{
    private const string Www = "www.";

    public static string? Read(string text)
    {
        var words = TypedText.Plain(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 1)
        {
            return Address(words[0]);
        }

        var places = words.Index().Where(word => IsAddress(word.Item)).ToList();
        if (places.Count != 1)
        {
            return null;
        }

        var (index, word) = places[0];
        return index == words.Length - 1 || IsDelimited(word) || (IsHostAlone(word) && char.IsLetterOrDigit(words[index + 1][0])) ? Address(word) : null;
    }

    private static string? Address(string word)
    {
        var bare = Bare(word);
        var address = bare.Contains("://", StringComparison.Ordinal) ? bare : $"https://{bare}";
        return LinkAddress.IsWeb(address)
            && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri.UserInfo.Length == 0
            && uri.HostNameType == UriHostNameType.Dns
            && uri.Host.Contains('.', StringComparison.Ordinal)
            && !uri.Host.EndsWith('.')
                ? uri.AbsoluteUri
                : null;
    }

    private static string Bare(string word)
    {
        var bare = word.TrimStart('<', '"', '(', '[', '\u201C').TrimEnd('.', ',', ';', '!', '?', '>', '"', ']', '\u201D');
        return bare.EndsWith(')') && !bare.Contains('(', StringComparison.Ordinal) ? bare.TrimEnd(')', '.', ',') : bare;
    }

    /// <summary>Something that cannot be a part of an address ends it.</summary>
    private static bool IsDelimited(string word) => word[^1] is '>' or '"' or '\u201D' or ',' or ';' or '!'
        || (word[0] is '(' or '[' && word[^1] is ')' or ']');

    private static bool IsHostAlone(string word)
    {
        var bare = Bare(word);
        var scheme = bare.IndexOf("://", StringComparison.Ordinal);
        var host = scheme < 0 ? bare : bare[(scheme + 3)..];
        host = host.StartsWith(Www, StringComparison.OrdinalIgnoreCase) ? host[Www.Length..] : host;
        return word[^1] == bare[^1] && host.Contains('.', StringComparison.Ordinal) && host.All(c => char.IsLetterOrDigit(c) || c is '.' or '-');
    }

    private static bool IsAddress(string word) =>
        word.Contains("://", StringComparison.Ordinal) || Bare(word).StartsWith(Www, StringComparison.OrdinalIgnoreCase);
}
