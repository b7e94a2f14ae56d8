using FlowEngine.Chat.Caching;
using FlowEngine.Storage.Access;
using Microsoft.Extensions.Hosting;

namespace FlowEngine.Hosting.Access;

/// <summary>Keys that were found, at most one second old, so that a revoked key stops within two seconds. Unknown keys are not kept. The demo's keys are keys in Development alone.</summary>
public sealed class ApiKeyCache(ApiKeyStore store, IHostEnvironment environment, TimeProvider time)
{
    private const int Capacity = 10_000;

    private readonly AgeCache<string, ApiKey> _keys = new(TimeSpan.FromSeconds(1), Capacity, time);

    /// <summary>For keys of another database.</summary>
    public void Forget() => _keys.Clear();

    public async ValueTask<ApiKey?> FindAsync(string key, CancellationToken cancellationToken) =>
        key.Length is 0 or > 200 || (DemoKeys.Has(key) && !environment.IsDevelopment())
            ? null
            : await _keys.GetAsync(key, token => store.FindAsync(key, token), cancellationToken);
}
