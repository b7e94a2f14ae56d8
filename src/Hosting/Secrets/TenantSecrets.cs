using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;
using FlowEngine.Integrations.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace FlowEngine.Hosting.Secrets;

/// <summary>
/// A tenant's own secrets: those that it stored, and <c>FlowEngine:Secrets:SLUG:NAME</c> from any configuration source. Those of the service,
/// <c>FlowEngine:Secrets:NAME</c> and variables of its environment, only where <see cref="SharedSecrets"/> allows it.
/// </summary>
public sealed class TenantSecrets(
    IConfiguration configuration, IOptions<FlowEngineOptions> options, TenantDirectory tenants, StoredSecrets stored) : ISecrets
{
    private readonly SharedSecrets _forModels = SharedSecrets.ForModels(options.Value.Ai.Secrets);
    private readonly SharedSecrets _forCalls = new(options.Value.Outgoing.Secrets);

    public ValueTask<string?> ForModelAsync(TenantKey tenant, string reference, Uri endpoint, CancellationToken cancellationToken) =>
        FindAsync(tenant, reference, endpoint, _forModels, cancellationToken);

    public ValueTask<string?> ForCallAsync(TenantKey tenant, string reference, Uri address, CancellationToken cancellationToken) =>
        FindAsync(tenant, reference, address, _forCalls, cancellationToken);

    /// <summary>False where the reference is to a secret of the service that was not granted for this endpoint.</summary>
    public bool MayBeSentToModel(string slug, string reference, Uri endpoint) =>
        SecretReference.NameOf(reference) is { } name
        && (SecretReference.SchemeOf(reference) == SecretReference.Stored || Own(slug, name) is not null || _forModels.Allows(slug, name, endpoint));

    private async ValueTask<string?> FindAsync(
        TenantKey tenant, string reference, Uri target, SharedSecrets shared, CancellationToken cancellationToken)
    {
        if (SecretReference.NameOf(reference) is not { } name
            || await tenants.FindAsync(tenant.TenantId, cancellationToken) is not { Profile.Slug: var slug })
        {
            return null;
        }

        return SecretReference.SchemeOf(reference) switch
        {
            SecretReference.Stored => await stored.FindAsync(tenant, name, cancellationToken),
            SecretReference.EnvironmentVariable => Own(slug, name)
                ?? (shared.Allows(slug, name, target) ? Filled(Environment.GetEnvironmentVariable(name)) ?? Setting(name) : null),
            _ => Own(slug, name) ?? (shared.Allows(slug, name, target) ? Setting(name) : null),
        };
    }

    private string? Own(string slug, string name) => Setting($"{slug}:{name}");

    private string? Setting(string path) => Filled(configuration[$"{FlowEngineOptions.Section}:Secrets:{path}"]);

    private static string? Filled(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
