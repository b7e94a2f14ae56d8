using FlowEngine.Chat.Caching;
using FlowEngine.Conversations;
using FlowEngine.Storage.Secrets;

namespace FlowEngine.Hosting.Secrets;

/// <summary>The secrets that tenants stored, at most one second old. Values are kept encrypted and are decrypted when they are sent.</summary>
public sealed class StoredSecrets(TenantSecretStore store, SecretProtector protector, TimeProvider time)
{
    private const int Capacity = 4000;

    private readonly AgeCache<TenantKey, IReadOnlyDictionary<string, string>> _values = new(TimeSpan.FromSeconds(1), Capacity, time);

    public async ValueTask<string?> FindAsync(TenantKey tenant, string name, CancellationToken cancellationToken)
    {
        var values = await _values.GetAsync(tenant, async token => await store.ValuesAsync(tenant, token), cancellationToken);
        return values!.TryGetValue(name, out var value) ? protector.Unprotect(tenant, name, value) : null;
    }

    /// <summary>For changes made by this process itself, which are seen at once, and for secrets of another database.</summary>
    public void Forget() => _values.Clear();
}
