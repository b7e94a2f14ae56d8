using System.Collections.Concurrent;

namespace FlowEngine.Chat.Caching;

/// <summary>
/// Values that are read again once they are older than an age. What is not there is not kept. Several callers that miss at once each read:
/// a read is one indexed row.
/// </summary>
/// <param name="capacity">With more than so many all are read again.</param>
public sealed class AgeCache<TKey, TValue>(TimeSpan age, int capacity, TimeProvider time)
    where TKey : notnull
    where TValue : class
{
    private readonly ConcurrentDictionary<TKey, Entry> _known = new();
    private long _generation;

    public async ValueTask<TValue?> GetAsync(TKey key, Func<CancellationToken, ValueTask<TValue?>> read, CancellationToken cancellationToken)
    {
        var (now, generation) = (time.GetTimestamp(), Volatile.Read(ref _generation));
        if (_known.TryGetValue(key, out var known) && known.Generation == generation && time.GetElapsedTime(known.ReadAt, now) < age)
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

        _known[key] = new(value, now, generation);
        return value;
    }

    /// <summary>For changes that this process makes: no value is given after it whose read had begun before.</summary>
    public void Clear()
    {
        Interlocked.Increment(ref _generation);
        _known.Clear();
    }

    private readonly record struct Entry(TValue Value, long ReadAt, long Generation);
}
