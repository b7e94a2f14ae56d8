using FlowEngine.Storage.Sqlite.Connections;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.Sqlite.Turns;

/// <summary>
/// Every process that serves from the file shares a lock beside it, which the operating system lets go when the process dies.
/// Who gets it alone is the first to live: what is claimed then was claimed by the dead.
/// </summary>
internal sealed class OrphanedClaimCleanup(SqliteConnections connections, WriteLoop writer, TimeProvider time) : IOrphanedClaims, IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    private FileStream? _alive;

    private string LockPath => connections.FilePath + ".serve.lock";

    public async Task<int> DropAsync(CancellationToken cancellationToken)
    {
        if (connections.IsReadOnly)
        {
            return 0;
        }

        var dropped = 0;
        await using (var alone = Open(FileAccess.ReadWrite, FileShare.None))
        {
            if (alone is not null)
            {
                dropped = await writer.WriteAsync(db => (ClaimStatements.DropAll(db), true), 0, cancellationToken);
            }
        }

        while ((_alive ??= Open(FileAccess.Read, FileShare.Read)) is null)
        {
            await Task.Delay(s_pause, time, cancellationToken);
        }

        return dropped;
    }

    public void Dispose() => _alive?.Dispose();

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
}
