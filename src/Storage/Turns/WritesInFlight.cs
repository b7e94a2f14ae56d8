using FlowEngine.Chat.Queues;
using FlowEngine.Chat.Turns;

namespace FlowEngine.Storage.Turns;

/// <summary>Counts the writes that the database has not answered yet, and lets them end before the connections are closed.</summary>
public sealed class WritesInFlight : IWriteQueue, IAsyncDisposable, IDisposable
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _nothingLeft = new();

    /// <summary>One more than the writes in flight, until it is closed.</summary>
    private int _open = 1;
    private int _closed;

    public int Length => Math.Max(0, Volatile.Read(ref _open) - (Volatile.Read(ref _closed) == 0 ? 1 : 0));

    public async Task<T> RunAsync<T>(Func<Task<T>> write)
    {
        Begin();
        try
        {
            return await write();
        }
        finally
        {
            End();
        }
    }

    /// <summary>Takes nothing more, and ends when everything that is in flight is answered.</summary>
    public async ValueTask DisposeAsync()
    {
        Close();
        await _ended.Task;
    }

    public void Dispose()
    {
        Close();
        _nothingLeft.Wait();
    }

    private void Close()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            End();
        }
    }

    private void Begin()
    {
        int open;
        do
        {
            open = Volatile.Read(ref _open);
            if (open == 0 || Volatile.Read(ref _closed) == 1)
            {
                throw new StorageUnavailableException("database_unavailable", new ObjectDisposedException(nameof(ITurnWriter)));
            }
        }
        while (Interlocked.CompareExchange(ref _open, open + 1, open) != open);
    }

    private void End()
    {
        if (Interlocked.Decrement(ref _open) == 0)
        {
            _ended.TrySetResult();
            _nothingLeft.Set();
        }
    }
}
