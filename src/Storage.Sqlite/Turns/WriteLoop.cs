using System.Threading.Channels;
using FlowEngine.Chat.Queues;
using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Sqlite.Connections;

namespace FlowEngine.Storage.Sqlite.Turns;

/// <summary>The one writer of the file: takes what waits, commits it together, then answers.</summary>
internal sealed class WriteLoop : IWriteQueue, IAsyncDisposable, IDisposable
{
    private readonly Channel<WriteItem> _queue;
    private readonly BatchWriter _batches;
    private readonly int _batchSize;
    private readonly ManualResetEventSlim _ended = new();
    private readonly Task _loop;

    public WriteLoop(BatchWriter batches, SqliteOptions options)
    {
        _batches = batches;
        _batchSize = options.TurnsPerCommit;
        _queue = Channel.CreateBounded<WriteItem>(new BoundedChannelOptions(options.QueueLength) { SingleReader = true });
        _loop = Task.Run(RunAsync);
    }

    public int Length => _queue.Reader.Count;

    public async Task<T> WriteAsync<T>(
        Func<StatementCache, (T Answer, bool Keep)> write, T refused, CancellationToken cancellationToken)
    {
        var item = new WriteItem<T>(write, refused, cancellationToken);
        try
        {
            await _queue.Writer.WriteAsync(item, cancellationToken);
        }
        catch (ChannelClosedException closed)
        {
            throw new StorageUnavailableException("database_unavailable", closed);
        }

        return await item.Task;
    }

    /// <summary>Takes nothing more, and ends when everything that waits is written.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        _batches.Dispose();
    }

    public void Dispose()
    {
        _queue.Writer.TryComplete();
        _ended.Wait();
        _batches.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            var batch = new List<WriteItem>(_batchSize);
            while (await _queue.Reader.WaitToReadAsync())
            {
                batch.Clear();
                while (batch.Count < _batchSize && _queue.Reader.TryRead(out var item))
                {
                    if (!item.IsCancelled)
                    {
                        batch.Add(item);
                    }
                }

                await _batches.WriteAsync(batch);
            }
        }
        finally
        {
            _ended.Set();
        }
    }
}
