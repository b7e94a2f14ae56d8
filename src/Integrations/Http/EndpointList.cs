namespace FlowEngine.Integrations.Http;

/// <summary>Addresses that an operator named. Each covers itself and what lies below its path, on the same scheme, host and port.</summary>
public sealed class EndpointList(IEnumerable<string> addresses)
{
    /// <summary>Some servers take these for path separators or dots after the address was compared.</summary>
    private static readonly string[] s_ambiguous = ["%2e", "%2f", "%5c", "\\"];

    private readonly Uri[] _entries =
        [.. addresses.Select(address => Uri.TryCreate(address, UriKind.Absolute, out var entry) ? entry : null).OfType<Uri>()];

    public bool Covers(Uri address) =>
        !s_ambiguous.Any(part => address.AbsolutePath.Contains(part, StringComparison.OrdinalIgnoreCase))
        && _entries.Any(entry => Covers(entry, address));

    private static bool Covers(Uri entry, Uri address) =>
        address.Scheme == entry.Scheme
        && address.Authority == entry.Authority
        && WithSlash(address).StartsWith(WithSlash(entry), StringComparison.Ordinal);

    private static string WithSlash(Uri address) => $"{address.AbsolutePath.TrimEnd('/')}/";
}
