namespace FlowEngine.Storage.Sqlite.Schema;

/// <summary>A lock on a file beside the database, which the operating system lets go when its process dies.</summary>
internal sealed class SchemaLock : IAsyncDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    private readonly FileStream _file;

    private SchemaLock(FileStream file) => _file = file;

    public static async Task<SchemaLock> TakeAsync(string path, TimeProvider clock, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException held) when (held is not (DirectoryNotFoundException or FileNotFoundException))
            {
                await Task.Delay(s_pause, clock, cancellationToken);
            }
        }
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
