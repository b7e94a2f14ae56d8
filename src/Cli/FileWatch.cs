namespace FlowEngine.Cli;

/// <summary>
/// Tells when files have changed, by looking at them: it sees editors that replace a file, folders that come and go and drives of other machines.
/// </summary>
internal sealed class FileWatch(IReadOnlyList<string> paths, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(250);

    private readonly PeriodicTimer _timer = new(s_look, time);
    private string _seen = Stamp(paths);

    /// <summary>Returns when something has changed and then nothing more between two looks, so that a file half written is not read.</summary>
    public async Task ChangedAsync(CancellationToken cancellationToken)
    {
        var before = _seen;
        while (await _timer.WaitForNextTickAsync(cancellationToken))
        {
            var now = Stamp(paths);
            if (now == before && now != _seen)
            {
                _seen = now;
                return;
            }

            before = now;
        }
    }

    public void Dispose() => _timer.Dispose();

    private static string Stamp(IEnumerable<string> paths) => string.Join('|', paths.Select(path =>
    {
        var file = new FileInfo(path);
        return file.Exists ? $"{file.LastWriteTimeUtc.Ticks}:{file.Length}" : "";
    }));
}
