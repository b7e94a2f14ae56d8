using System.Collections.Frozen;

namespace FlowEngine.Conversations;

/// <summary>Which headers a flow may send.</summary>
public static class OutgoingHeaders
{
    private const string TokenMarks = "!#$%&'*+-.^_`|~";
    private const int MaxValue = 8 * 1024;

    private static readonly FrozenSet<string> s_transport = FrozenSet.ToFrozenSet(
        [
            "Host", "Content-Length", "Content-Encoding", "Transfer-Encoding", "Connection", "Keep-Alive", "Upgrade", "TE", "Trailer", "Expect",
            "Accept-Encoding", "Idempotency-Key", "Cookie",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static bool IsName(string text) =>
        text.Length is > 0 and <= 100 && text.All(c => char.IsAsciiLetterOrDigit(c) || TokenMarks.Contains(c, StringComparison.Ordinal));

    /// <summary>The client's own, or proof of identity: only a secret's reference may fill <c>Authorization</c>.</summary>
    public static bool IsReserved(string name) =>
        IsTransport(name) || name.Equals("Authorization", StringComparison.OrdinalIgnoreCase);

    public static bool IsTransport(string name) =>
        s_transport.Contains(name) || name.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase);

    /// <summary>No line breaks and no other control characters: a value must not begin a header of its own.</summary>
    public static bool IsValue(string text) => text.Length <= MaxValue && !text.Any(char.IsControl);
}
