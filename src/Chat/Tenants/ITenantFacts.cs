using FlowEngine.Conversations;

namespace FlowEngine.Chat.Tenants;

/// <summary>Keeps what is read of a tenant again and again and rarely changes, until it changes.</summary>
public interface ITenantFacts
{
    /// <param name="name">Of the fact, within the tenant.</param>
    ValueTask<T> GetAsync<T>(TenantKey tenant, string name, Func<CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken);

    /// <summary>Call after a change by this process: the next read checks the tenant's stamp.</summary>
    void Doubt();
}
