using System.Globalization;
using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Database;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Storage.Sqlite.Connections;

/// <summary>
/// Watches which file is at the path. An open connection goes on with a file that was deleted, moved away or written over by a rename, so
/// each use asks here first: where another file is at the path, connections are to be opened anew, and the file is served from once its schema
/// is found right.
/// </summary>
/// <param name="refusal">Reads the schema of the file at the path, over a connection of its own; null where it can be served from.</param>
internal sealed class DatabaseFile(
    string path, DatabaseGeneration generation, Func<CancellationToken, Task<string?>> refusal, TimeProvider time, ILogger<DatabaseFile> logger) : IDisposable
{
    /// <summary>How long a refused file is not looked at again: its schema is not read for each turn.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private static readonly string[] s_sidecars = ["-wal", "-shm"];

    private readonly SemaphoreSlim _gate = new(1);
    private readonly Lock _sidecarGate = new();
    private FileIdentity?[] _sidecars = [null, null];
    private Served? _served;
    private (FileIdentity File, string Reason, long At)? _refused;

    /// <summary>Connections of another number belong to another file.</summary>
    public int Number => Volatile.Read(ref _served)?.Number ?? 0;

    /// <summary>True where the file at the path is the one that is served from.</summary>
    public bool IsServed => Volatile.Read(ref _served) is { } served && FileIdentity.Of(path) is { } now && now.IsSame(served.File);

    /// <summary>Returns at once while the file is the same; checks another one that was put in its place.</summary>
    /// <exception cref="StorageUnavailableException">There is no file, or one that cannot be served from.</exception>
    public ValueTask EnsureAsync(CancellationToken cancellationToken) => IsServed ? default : new(ChangeAsync(cancellationToken));

    /// <summary>For callers that cannot wait: refuses a file that was not checked yet.</summary>
    /// <inheritdoc cref="EnsureAsync"/>
    public void Demand()
    {
        // Of several that begin at once one is first; the others find its file.
        if (!IsServed && !TryBegin() && !IsServed)
        {
            throw Replaced();
        }
    }

    /// <summary>What ends work on a file that is not at the path any more.</summary>
    public StorageUnavailableException Replaced() => FileIdentity.Of(path) is null
        ? Missing()
        : new StorageUnavailableException("database_unavailable", new IOException("The database file was replaced."));

    /// <summary>
    /// Call before a connection is opened. What SQLite keeps beside a file is found by its name: left behind by another file, it would be read
    /// into this one.
    /// </summary>
    public void PutAsideSidecars()
    {
        lock (_sidecarGate)
        {
            if (_served is not { } served || FileIdentity.Of(path) is not { } now || now.IsSame(served.File))
            {
                return;
            }

            var stamp = time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
            for (var i = 0; i < s_sidecars.Length; i++)
            {
                var sidecar = Target() + s_sidecars[i];
                if (_sidecars[i] is { } old && FileIdentity.Of(sidecar) is { } found && found.IsSame(old))
                {
                    File.Move(sidecar, $"{sidecar}.replaced-{stamp}");
                    Log.SidecarPutAside(logger, sidecar, $"{sidecar}.replaced-{stamp}");
                }
            }

            _sidecars = [null, null];
        }
    }

    /// <summary>Call when a connection has read from the file: then what SQLite keeps beside it is there.</summary>
    public void Opened()
    {
        lock (_sidecarGate)
        {
            if (IsServed)
            {
                _sidecars = [.. s_sidecars.Select(suffix => FileIdentity.Of(Target() + suffix))];
            }
        }
    }

    public void Dispose() => _gate.Dispose();

    private StorageUnavailableException Missing() =>
        new("database_unavailable", new FileNotFoundException("The database file is gone.", path));

    /// <summary>SQLite names them by the file that a link leads to.</summary>
    private string Target()
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (IOException)
        {
            return path;
        }
    }

    /// <summary>The first file is taken as it is: whoever starts the process checks its schema.</summary>
    private bool TryBegin() =>
        FileIdentity.Of(path) is { } first && Interlocked.CompareExchange(ref _served, new(first, 1), null) is null;

    private async Task ChangeAsync(CancellationToken cancellationToken)
    {
        if (TryBegin())
        {
            return;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (IsServed)
            {
                return;
            }

            if (FileIdentity.Of(path) is not { } now)
            {
                throw Missing();
            }

            await CheckAsync(now, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task CheckAsync(FileIdentity now, CancellationToken cancellationToken)
    {
        if (_refused is { } known && known.File.IsSame(now) && time.GetElapsedTime(known.At) < s_pause)
        {
            throw Refused(known.Reason);
        }

        PutAsideSidecars();
        if (await refusal(cancellationToken) is { } reason)
        {
            if (_refused?.Reason != reason)
            {
                Log.FileRefused(logger, path, reason);
            }

            _refused = (now, reason, time.GetTimestamp());
            throw Refused(reason);
        }

        _refused = null;

        // Before anything can be read from the file: what is kept of the one before must not be taken for its own.
        generation.Advance();
        Volatile.Write(ref _served, new(now, Number + 1));
        if (!IsServed)
        {
            // Replaced once more meanwhile.
            throw Replaced();
        }

        Log.FileReplaced(logger, path);
    }

    private static StorageUnavailableException Refused(string reason) =>
        new("database_unavailable", new InvalidDataException($"The database file was replaced. {reason}"));

    private sealed record Served(FileIdentity File, int Number);
}
