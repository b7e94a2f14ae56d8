using System.ComponentModel.DataAnnotations;

namespace FlowEngine.Hosting;

/// <summary>Where one of the service's secrets may be sent, and for whom.</summary>
public sealed class SharedSecretOptions
{
    /// <summary>Each allows what lies below it on the same scheme, host and port.</summary>
    public string[] Endpoints { get; set; } = [];

    /// <summary>Slugs; none allows every tenant.</summary>
    public string[] Tenants { get; set; } = [];

    internal static IEnumerable<ValidationResult> FaultsOf(IReadOnlyDictionary<string, SharedSecretOptions> secrets, string member) => secrets
        .SelectMany(secret => secret.Value.Endpoints.Length == 0
            ? [new ValidationResult("needs at least one entry: the secret is sent nowhere else.", [$"{member}:{secret.Key}:{nameof(Endpoints)}"])]
            : FaultsOf(secret.Value.Endpoints, $"{member}:{secret.Key}:{nameof(Endpoints)}"));

    /// <summary>An address may carry a name and a password, so it is not shown.</summary>
    internal static IEnumerable<ValidationResult> FaultsOf(string[] endpoints, string member) =>
        from endpoint in endpoints.Index()
        where !Uri.TryCreate(endpoint.Item, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")
        select new ValidationResult("is not an http or https address.", [$"{member}:{endpoint.Index}"]);
}
