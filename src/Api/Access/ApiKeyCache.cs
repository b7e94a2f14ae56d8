using System.Collections.Concurrent;
using FlowEngine.Storage.Access;

namespace FlowEngine.Api.Access;

/// <summary>Keys that were found, at most one second old, so that a revoked key stops within two seconds. Unknown keys are not kept. The demo's keys are keys in Development alone.</summary>
public sealed class ApiKeyCache(ApiKeyStore store, IHostEnvironment environment, TimeProvider time)
{
    private const int Capacity = 10_000;
    private static readonly TimeSpan s_age = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (ApiKey Row, long ReadAt)> _keys = new(StringComparer.Ordinal);

    /// <summary>For keys of another database.</summary>
    public void Forget() => _keys.Clear();

    public async ValueTask<ApiKey?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (key.Length is 0 or > 200 || (DemoKeys.Has(key) && !environment.IsDevelopment()))
        {
            return null;
        }

        var now = time.GetTimestamp();
        if (_keys.TryGetValue(key, out var known) && time.GetElapsedTime(known.ReadAt, now) < s_age)
        {
            return known.Row;
        }

        var row = await store.FindAsync(key, cancellationToken);
        if (row is null)
        {
            _keys.TryRemove(key, out _);
            return null;
        }

        if (_keys.Count >= Capacity)
        {
            _keys.Clear();
        }

        _keys[key] = (row, now);
        return row;
    }
}
