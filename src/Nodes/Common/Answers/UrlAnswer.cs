namespace FlowEngine.Nodes.Common.Answers;

/// <summary>The one web address of a text; <c>https</c> where it names no scheme.</summary>
internal static class UrlAnswer
{
    public static string? Read(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var candidates = words.Length == 1 ? words : words.Where(IsAddress).ToArray();
        if (candidates.Length != 1)
        {
            return null;
        }

        var word = candidates[0].Trim('<', '>', '"', '(', ')').TrimEnd('.', ',', ';', '!', '?');
        var address = word.Contains("://", StringComparison.Ordinal) ? word : $"https://{word}";
        return Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.UserInfo.Length == 0
            && uri.HostNameType == UriHostNameType.Dns
            && uri.Host.Contains('.', StringComparison.Ordinal)
            && !uri.Host.EndsWith('.')
                ? uri.AbsoluteUri
                : null;
    }

    private static bool IsAddress(string word) =>
        word.Contains("://", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
}
