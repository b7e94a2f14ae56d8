using System.Net;
using FlowEngine.Conversations;
using FlowEngine.Integrations.Http;

namespace FlowEngine.Integrations.Tests.Http;

/// <summary>The guarded client with names, secrets and opened networks of the test's own.</summary>
internal sealed class Guarded : IHostResolver, ISecrets, IDisposable
{
    private readonly Dictionary<string, Queue<IPAddress[]>> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _secrets = new(StringComparer.Ordinal) { ["1/CRM"] = "s3cret" };
    private readonly GuardedHttp _http;

    /// <param name="open">Networks that the operator opened.</param>
    public Guarded(params string[] open) =>
        _http = new(this, new OutgoingHttpOptions([.. open.Select(network => IPNetwork.Parse(network))]), this, TimeProvider.System);

    public List<string> Lookups { get; } = [];

    public List<string> AllowedHosts { get; } = [];

    /// <summary>What the name's look-ups give, one after the other; the last again and again.</summary>
    public Guarded Name(string host, params string[][] lookups)
    {
        _names[host] = new(lookups.Select(addresses => addresses.Select(IPAddress.Parse).ToArray()));
        return this;
    }

    public Guarded Allow(params string[] entries)
    {
        AllowedHosts.AddRange(entries);
        return this;
    }

    public ValueTask<OutgoingAnswer> SendAsync(
        string url, Func<OutgoingCall, OutgoingCall>? change = null, CancellationToken cancellationToken = default)
    {
        var call = new OutgoingCall
        {
            Tenant = new()
            {
                Key = new(1, "test"), Slug = "shop", Name = "Shop", Languages = ["tr"], Settings = new() { AllowedHosts = AllowedHosts },
            },
            Method = "POST",
            Url = url,
            Body = "{}",
            IdempotencyKey = "turn:node:1",
        };
        return _http.SendAsync(change?.Invoke(call) ?? call, cancellationToken);
    }

    public ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        Lookups.Add(host);
        return new(_names.TryGetValue(host, out var lookups) ? lookups.Count > 1 ? lookups.Dequeue() : lookups.Peek() : []);
    }

    /// <summary>Paths on which the secret may be sent; none allows all.</summary>
    public List<string> SecretPaths { get; } = [];

    public ValueTask<string?> ForModelAsync(TenantKey tenant, string reference, Uri endpoint, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<string?> ForCallAsync(TenantKey tenant, string reference, Uri address, CancellationToken cancellationToken) => new(
        SecretPaths.Count == 0 || SecretPaths.Contains(address.AbsolutePath)
            ? _secrets.GetValueOrDefault($"{tenant.TenantId}/{SecretReference.NameOf(reference)}")
            : null);

    public void Dispose() => _http.Dispose();
}
