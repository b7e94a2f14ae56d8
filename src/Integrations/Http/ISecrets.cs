using FlowEngine.Conversations;

namespace FlowEngine.Integrations.Http;

/// <summary>
/// The values that a tenant's references stand for. A tenant's own secret goes wherever the tenant sends it; one of the service goes to the
/// addresses that the operator named together with it, and nowhere else.
/// </summary>
public interface ISecrets
{
    /// <summary>What may be sent to a model's endpoint.</summary>
    /// <param name="reference">A <see cref="SecretReference"/>.</param>
    /// <returns>Null where nothing is set or it may not go there. Callers don't tell the two apart: that would say which names exist.</returns>
    ValueTask<string?> ForModelAsync(TenantKey tenant, string reference, Uri endpoint, CancellationToken cancellationToken);

    /// <summary>What may be sent to an address that a flow calls.</summary>
    /// <inheritdoc cref="ForModelAsync"/>
    ValueTask<string?> ForCallAsync(TenantKey tenant, string reference, Uri address, CancellationToken cancellationToken);
}
