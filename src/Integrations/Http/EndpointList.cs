namespace FlowEngine.Integrations.Http;

/// <summary>Addresses that an operator named. Each covers itself and what lies below its path, on the same scheme, host and port.</summary>
public sealed class EndpointList(IEnumerable<string> addresses)
{
    private readonly Uri[] _entries =
        [.. addresses.Select(address => Uri.TryCreate(address, UriKind.Absolute, out var entry) ? entry : null).OfType<Uri>()];

    public bool Covers(Uri address) => _entries.Any(entry => Covers(entry, address));

    private static bool Covers(Uri entry, Uri address) =>
        address.Scheme == entry.Scheme
        && address.Authority == entry.Authority
        && (entry.AbsolutePath == "/" || (WithSlash(address).StartsWith(WithSlash(entry), StringComparison.Ordinal) && !LeadsUp(address)));

    /// <summary>Some servers decode a path once more after it was compared here, and then go up from it.</summary>
    private static bool LeadsUp(Uri address)
    {
        var (path, encoded) = (address.AbsolutePath, "");
        while (path != encoded)
        {
            (path, encoded) = (Uri.UnescapeDataString(path), path);
        }

        return path.Split('/', '\\').Contains("..", StringComparer.Ordinal);
    }

    private static string WithSlash(Uri address) => $"{address.AbsolutePath.TrimEnd('/')}/";
}
