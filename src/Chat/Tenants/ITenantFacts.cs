using FlowEngine.Conversations;

namespace FlowEngine.Chat.Tenants;

/// <summary>Keeps what is read of a tenant again and again and rarely changes, until it changes.</summary>
public interface ITenantFacts
{
    /// <param name="name">Of the fact, within the tenant.</param>
    ValueTask<T> GetAsync<T>(TenantKey tenant, string name, Func<CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken);

    /// <summary>This process changed something: nothing is taken for current before it was looked at again.</summary>
    void Doubt();
}
