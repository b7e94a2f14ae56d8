using System.Collections.Concurrent;
using FlowEngine.Conversations;
using FlowEngine.Storage.NodeTypes;
using FlowEngine.Storage.Turns;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Chat;

/// <summary>Tenants as turns see them, at most one second old: within the two seconds in which a change must be seen everywhere.</summary>
public sealed class TenantDirectory(
    ITurnReader reader, NodeTypeStore nodeTypes, IOptions<FlowEngineOptions> options, TimeProvider time)
{
    private static readonly TimeSpan s_age = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Entry> _bySlug = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, Entry> _byId = new();

    public ValueTask<TenantSnapshot?> FindAsync(string slug, CancellationToken cancellationToken) =>
        FindAsync(_bySlug, slug, token => reader.TenantAsync(slug, options.Value.InstanceId, token), cancellationToken);

    public ValueTask<TenantSnapshot?> FindAsync(long tenantId, CancellationToken cancellationToken) =>
        FindAsync(_byId, tenantId, token => reader.TenantAsync(new TenantKey(tenantId, options.Value.InstanceId), token), cancellationToken);

    /// <summary>For changes of all tenants made by this process itself: they are seen at once.</summary>
    public void Forget()
    {
        _bySlug.Clear();
        _byId.Clear();
    }

    /// <summary>For changes made by this process itself: they are seen at once.</summary>
    public void Forget(TenantProfile tenant)
    {
        _bySlug.TryRemove(tenant.Slug, out _);
        _byId.TryRemove(tenant.Key.TenantId, out _);
    }

    private async ValueTask<TenantSnapshot?> FindAsync<TKey>(
        ConcurrentDictionary<TKey, Entry> cache,
        TKey key,
        Func<CancellationToken, Task<TenantSnapshot?>> read,
        CancellationToken cancellationToken)
        where TKey : notnull
    {
        var now = time.GetTimestamp();
        if (cache.TryGetValue(key, out var entry) && time.GetElapsedTime(entry.ReadAt, now) < s_age)
        {
            return entry.Tenant;
        }

        var tenant = await read(cancellationToken);
        if (tenant is not null)
        {
            var disabled = await nodeTypes.DisabledAsync(tenant.Profile.Key.TenantId, cancellationToken);
            tenant = SwitchedTenant.Apply(tenant with { Profile = tenant.Profile with { DisabledNodeTypes = disabled } });
            cache[key] = new Entry(tenant, now);
        }

        return tenant;
    }

    private sealed record Entry(TenantSnapshot Tenant, long ReadAt);
}
