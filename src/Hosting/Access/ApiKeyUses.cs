using System.Collections.Concurrent;
using FlowEngine.Storage.Access;

namespace FlowEngine.Hosting.Access;

/// <summary>When keys were used, until it is written: requests that only read do not write.</summary>
public sealed class ApiKeyUses(ApiKeyStore store, TimeProvider time)
{
    private ConcurrentDictionary<long, DateTimeOffset> _uses = new();

    /// <param name="keyId">Of a key that exists, so there are never more entries than keys.</param>
    public void Note(long keyId) => _uses[keyId] = time.GetUtcNow();

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var uses = Interlocked.Exchange(ref _uses, new());
        if (!uses.IsEmpty)
        {
            await store.UsedAsync(uses, cancellationToken);
        }
    }
}
