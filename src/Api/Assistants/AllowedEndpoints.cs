using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Assistants;

/// <summary>
/// Where a tenant's admin may have prompts and keys sent: keys are the installation's, so an address of anybody's choice could
/// collect them. In Development this machine is allowed too.
/// </summary>
public sealed class AllowedEndpoints(IOptions<FlowEngineOptions> options, IHostEnvironment environment)
{
    public bool Has(Uri endpoint) =>
        (environment.IsDevelopment() && endpoint.IsLoopback)
        || options.Value.Ai.Endpoints.Any(allowed => Uri.TryCreate(allowed, UriKind.Absolute, out var address) && Begins(endpoint, address));

    private static bool Begins(Uri endpoint, Uri allowed) =>
        endpoint.Scheme == allowed.Scheme
        && endpoint.Authority == allowed.Authority
        && WithSlash(endpoint).StartsWith(WithSlash(allowed), StringComparison.Ordinal);

    private static string WithSlash(Uri address) => $"{address.AbsolutePath.TrimEnd('/')}/";
}
