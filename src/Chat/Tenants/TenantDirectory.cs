using System.Collections.Concurrent;
using FlowEngine.Conversations;
using Microsoft.Extensions.Options;

namespace FlowEngine.Chat.Tenants;

/// <summary>
/// Tenants as turns see them: as they are now, or were at most a second ago where no turn has looked since. The two seconds that the API
/// promises leave room for the read.
/// </summary>
public sealed class TenantDirectory(
    ITenantReader reader, ITenantFacts facts, IOptions<ChatOptions> options, TimeProvider time)
{
    private const int Slugs = 10_000;

    private readonly ConcurrentDictionary<string, long> _bySlug = new(StringComparer.Ordinal);

    public async ValueTask<TenantSnapshot?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        if (_bySlug.TryGetValue(slug, out var known) && await FindAsync(known, cancellationToken) is { } tenant && tenant.Profile.Slug == slug)
        {
            return tenant;
        }

        _bySlug.TryRemove(slug, out _);
        if (await reader.TenantAsync(slug, options.Value.InstanceId, cancellationToken) is not { Profile.Key.TenantId: var id })
        {
            return null;
        }

        if (_bySlug.Count >= Slugs)
        {
            _bySlug.Clear();
        }

        _bySlug[slug] = id;
        return await FindAsync(id, cancellationToken);
    }

    public async ValueTask<TenantSnapshot?> FindAsync(long tenantId, CancellationToken cancellationToken)
    {
        var key = new TenantKey(tenantId, options.Value.InstanceId);
        var tenant = await facts.GetAsync(key, nameof(TenantSnapshot), token => ReadAsync(key, token), cancellationToken);
        if (tenant is null || tenant.Switches.Count == 0)
        {
            return tenant;
        }

        // Those that have ended since they were read end by themselves.
        var now = time.GetUtcNow();
        return KillSwitchPolicy.Apply(tenant with { Switches = [.. tenant.Switches.Where(one => one.ExpiresAt is not { } end || end > now)] });
    }

    /// <summary>Call after a change that did not go through a DbContext, so that the next request sees it.</summary>
    public void Forget() => facts.Doubt();

    private async ValueTask<TenantSnapshot?> ReadAsync(TenantKey key, CancellationToken cancellationToken)
    {
        if (await reader.TenantAsync(key, cancellationToken) is not { } tenant)
        {
            return null;
        }

        var disabled = await reader.DisabledNodeTypesAsync(key.TenantId, cancellationToken);
        return tenant with { Profile = tenant.Profile with { DisabledNodeTypes = disabled } };
    }
}
