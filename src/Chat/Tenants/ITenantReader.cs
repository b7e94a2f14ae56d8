using FlowEngine.Conversations;

namespace FlowEngine.Chat.Tenants;

/// <summary>Reads tenants as turns need them.</summary>
public interface ITenantReader
{
    /// <summary>Null where the tenant is unknown or inactive.</summary>
    Task<TenantSnapshot?> TenantAsync(string slug, string instanceId, CancellationToken cancellationToken);

    /// <inheritdoc cref="TenantAsync(string, string, CancellationToken)"/>
    Task<TenantSnapshot?> TenantAsync(TenantKey tenant, CancellationToken cancellationToken);

    /// <summary>Node types that are switched off, or not open to this tenant.</summary>
    Task<IReadOnlySet<string>> DisabledNodeTypesAsync(long tenantId, CancellationToken cancellationToken);

    /// <summary>Node types that the registry has, switched off or not.</summary>
    Task<int> CountNodeTypesAsync(CancellationToken cancellationToken);
}
