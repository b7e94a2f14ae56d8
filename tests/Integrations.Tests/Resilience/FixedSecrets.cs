using FlowEngine.Conversations;
using FlowEngine.Integrations.Http;

namespace FlowEngine.Integrations.Tests.Resilience;

/// <summary>One secret, whatever it is called.</summary>
internal sealed class FixedSecrets(string? value) : ISecrets
{
    public string? Value { get; set; } = value;

    /// <summary>The addresses that it was wanted for.</summary>
    public List<Uri> Targets { get; } = [];

    public ValueTask<string?> ForModelAsync(TenantKey tenant, string reference, Uri endpoint, CancellationToken cancellationToken)
    {
        Targets.Add(endpoint);
        return new(Value);
    }

    public ValueTask<string?> ForCallAsync(TenantKey tenant, string reference, Uri address, CancellationToken cancellationToken) =>
        ForModelAsync(tenant, reference, address, cancellationToken);
}
