using System.Collections.Concurrent;
using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using Microsoft.Extensions.Caching.Memory;

namespace FlowEngine.Storage.Tenants;

/// <summary>
/// What is read of a tenant again and again and rarely changes: it is kept until the tenant's stamp changes. Each turn reads the stamp with
/// its conversation; other readers look at it once a second, and at once after a change that this process made.
/// </summary>
public sealed class TenantFacts(ISqlReads reads, TimeProvider time) : ITenantFacts, IDisposable
{
    private const int Tenants = 5_000;

    private static readonly TimeSpan s_age = TimeSpan.FromSeconds(1);
    private static readonly MemoryCacheEntryOptions s_entry = new() { Size = 1, SlidingExpiration = TimeSpan.FromHours(1) };

    private readonly MemoryCache _tenants = new(new MemoryCacheOptions { SizeLimit = Tenants });
    private long _doubts;

    public async ValueTask<T> GetAsync<T>(
        TenantKey tenant, string name, Func<CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        var facts = await CurrentAsync(tenant, cancellationToken);
        if (facts.Values.TryGetValue(name, out var known))
        {
            return (T)known!;
        }

        // It is at least as new as the stamp, which was read before.
        var value = await read(cancellationToken);
        facts.Values[name] = value;
        return value;
    }

    /// <summary>Call it before the stamp is read: a change that this process makes meanwhile is then not taken for seen.</summary>
    internal StampLook Look() => new(Volatile.Read(ref _doubts), time.GetTimestamp());

    internal void Saw(TenantKey tenant, TenantStamp stamp, StampLook look) => Seen(tenant, stamp, look);

    public void Doubt() => Interlocked.Increment(ref _doubts);

    /// <summary>Another database is in the place of the one that was read: an equal stamp says nothing there.</summary>
    public void Clear()
    {
        _tenants.Clear();
        Doubt();
    }

    public void Dispose() => _tenants.Dispose();

    private async ValueTask<Facts> CurrentAsync(TenantKey tenant, CancellationToken cancellationToken)
    {
        var look = Look();
        if (_tenants.TryGetValue(tenant, out Facts? facts) && facts!.Look is { } last
            && last.Doubts == look.Doubts && time.GetElapsedTime(last.At, look.At) < s_age)
        {
            return facts;
        }

        var stamp = await reads.QueryAsync(
            StampQuery.Sql,
            [("tenant_id", tenant.TenantId)],
            reader => reader.Read() ? StampQuery.Read(reader) : default,
            cancellationToken);
        return Seen(tenant, stamp, look);
    }

    private Facts Seen(TenantKey tenant, TenantStamp stamp, StampLook look)
    {
        if (!_tenants.TryGetValue(tenant, out Facts? facts) || facts!.Stamp != stamp)
        {
            _tenants.Set(tenant, facts = new Facts(stamp), s_entry);
        }

        facts.Look = look;
        return facts;
    }

    private sealed class Facts(TenantStamp stamp)
    {
        public TenantStamp Stamp { get; } = stamp;

        public StampLook? Look { get; set; }

        public ConcurrentDictionary<string, object?> Values { get; } = new(StringComparer.Ordinal);
    }
}

/// <summary>When somebody looked at a stamp.</summary>
internal sealed record StampLook(long Doubts, long At);
