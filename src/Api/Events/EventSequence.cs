using FlowEngine.Storage.Events;

namespace FlowEngine.Api.Events;

/// <summary>
/// Which numbers of events have been seen. A number that is left out belongs to a transaction that is not committed yet, or never will be: it
/// is looked for a while. Not for several callers at once.
/// </summary>
internal sealed class EventSequence(TimeProvider time)
{
    /// <summary>Longer than a transaction that writes an event takes.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    /// <summary>More are left out only where a database was put back, or after an accident.</summary>
    private const int MostMissing = 200;

    private readonly SortedDictionary<long, long> _missing = [];

    public long Last { get; private set; }

    /// <summary>Numbers below <see cref="Last"/> that may still come.</summary>
    public IReadOnlyList<long> Missing => [.. _missing.Keys];

    public void Begin(long last)
    {
        _missing.Clear();
        Last = last;
    }

    /// <returns>False where it was seen before.</returns>
    public bool Accept(ChangeEvent seen)
    {
        if (seen.Sequence <= Last)
        {
            return _missing.Remove(seen.Sequence);
        }

        var now = time.GetTimestamp();
        for (var left = Math.Max(Last + 1, seen.Sequence - MostMissing); left < seen.Sequence; left++)
        {
            _missing[left] = now;
        }

        Last = seen.Sequence;
        return true;
    }

    /// <summary>What has been looked for long enough is taken for lost: a transaction that was rolled back.</summary>
    public void Forget()
    {
        foreach (var number in _missing.Where(one => time.GetElapsedTime(one.Value) > s_patience).Select(one => one.Key).ToList())
        {
            _missing.Remove(number);
        }
    }
}
