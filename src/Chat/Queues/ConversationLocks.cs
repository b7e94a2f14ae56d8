namespace FlowEngine.Chat.Queues;

/// <summary>Puts the turns of one conversation in a queue within this process; other processes meet at the row version.</summary>
public sealed class ConversationLocks
{
    private readonly Dictionary<string, Slot> _slots = new(StringComparer.Ordinal);

    /// <summary>Keys that a turn holds or waits for.</summary>
    public int Count
    {
        get
        {
            lock (_slots)
            {
                return _slots.Count;
            }
        }
    }

    /// <summary>Waits for the turns before this one; dispose the result when the turn is saved.</summary>
    public async Task<IDisposable> EnterAsync(string key, CancellationToken cancellationToken)
    {
        Slot slot;
        lock (_slots)
        {
            if (!_slots.TryGetValue(key, out slot!))
            {
                _slots[key] = slot = new Slot(key);
            }

            slot.Users++;
        }

        try
        {
            await slot.Gate.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(slot);
            throw;
        }

        return new Turnstile(this, slot);
    }

    private void Leave(Slot slot)
    {
        lock (_slots)
        {
            if (--slot.Users == 0)
            {
                _slots.Remove(slot.Key);
                slot.Gate.Dispose();
            }
        }
    }

    private sealed class Slot(string key)
    {
        public string Key { get; } = key;

        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Turnstile(ConversationLocks locks, Slot slot) : IDisposable
    {
        private Slot? _slot = slot;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _slot, null) is { } held)
            {
                held.Gate.Release();
                locks.Leave(held);
            }
        }
    }
}
