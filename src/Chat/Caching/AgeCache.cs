using System.Collections.Concurrent;

namespace FlowEngine.Chat.Caching;

/// <summary>Values that are read again once they are older than an age. What is not there is not kept.</summary>
/// <param name="capacity">With more than so many all are read again.</param>
public sealed class AgeCache<TKey, TValue>(TimeSpan age, int capacity, TimeProvider time)
    where TKey : notnull
    where TValue : class
{
    private readonly ConcurrentDictionary<TKey, (TValue Value, long ReadAt)> _known = new();

    public async ValueTask<TValue?> GetAsync(TKey key, Func<CancellationToken, ValueTask<TValue?>> read, CancellationToken cancellationToken)
    {
        var now = time.GetTimestamp();
        if (_known.TryGetValue(key, out var known) && time.GetElapsedTime(known.ReadAt, now) < age)
        {
            return known.Value;
        }

        if (await read(cancellationToken) is not { } value)
        {
            _known.TryRemove(key, out _);
            return null;
        }

        if (_known.Count >= capacity)
        {
            _known.Clear();
        }

        _known[key] = (value, now);
        return value;
    }

    public void Forget(TKey key) => _known.TryRemove(key, out _);

    public void Clear() => _known.Clear();
}
