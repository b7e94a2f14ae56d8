using System.Collections.Concurrent;
using FlowEngine.Conversations;
using FlowEngine.Storage.Secrets;

namespace FlowEngine.Api.Secrets;

/// <summary>The secrets that tenants stored, at most one second old. Values are kept encrypted and are read when they are sent.</summary>
internal sealed class StoredSecrets(TenantSecretStore store, SecretProtector protector, TimeProvider time)
{
    private const int Capacity = 4000;
    private static readonly TimeSpan s_age = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<TenantKey, Entry> _known = new();

    public async ValueTask<string?> FindAsync(TenantKey tenant, string name, CancellationToken cancellationToken)
    {
        var now = time.GetTimestamp();
        if (!_known.TryGetValue(tenant, out var entry) || time.GetElapsedTime(entry.ReadAt, now) >= s_age)
        {
            entry = new(await store.ValuesAsync(tenant, cancellationToken), now);
            if (_known.Count >= Capacity)
            {
                _known.Clear();
            }

            _known[tenant] = entry;
        }

        return entry.Values.TryGetValue(name, out var value) ? protector.Unprotect(tenant, name, value) : null;
    }

    /// <summary>For changes made by this process itself: they are seen at once.</summary>
    public void Forget(TenantKey tenant) => _known.TryRemove(tenant, out _);

    /// <summary>Of all tenants, as another database is in the place of the one that was read.</summary>
    public void Clear() => _known.Clear();

    private sealed record Entry(IReadOnlyDictionary<string, string> Values, long ReadAt);
}
