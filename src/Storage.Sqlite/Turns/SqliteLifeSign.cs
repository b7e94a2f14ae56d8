using FlowEngine.Storage.Sqlite.Connections;
using FlowEngine.Storage.Writing;

namespace FlowEngine.Storage.Sqlite.Turns;

/// <summary>
/// Every process that serves from the file shares a lock beside it, which the operating system lets go when the process dies.
/// Who gets it alone is the first to live.
/// </summary>
internal sealed class SqliteLifeSign(SqliteConnections connections, TimeProvider time) : ILifeSign
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    private string LockPath => connections.FilePath + ".serve.lock";

    public async Task<ILifeSession> GiveAsync(Func<Task>? alone, CancellationToken cancellationToken)
    {
        if (connections.IsReadOnly)
        {
            return new Session(null);
        }

        if (alone is not null)
        {
            await using var only = Open(FileAccess.ReadWrite, FileShare.None);
            if (only is not null)
            {
                await alone();
            }
        }

        while (true)
        {
            if (Open(FileAccess.Read, FileShare.Read) is { } shared)
            {
                return new Session(shared);
            }

            await Task.Delay(s_pause, time, cancellationToken);
        }
    }

    /// <summary>Null where another process holds the lock.</summary>
    private FileStream? Open(FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(LockPath, FileMode.OpenOrCreate, access, share);
        }
        catch (IOException held) when (held is not (DirectoryNotFoundException or FileNotFoundException))
        {
            return null;
        }
    }

    private sealed class Session(FileStream? held) : ILifeSession
    {
        public Task UntilLostAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);

        public ValueTask DisposeAsync() => held?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
