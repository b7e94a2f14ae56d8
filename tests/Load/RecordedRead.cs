using System.Collections.Concurrent;
using System.Data.Common;
using FlowEngine.Storage.Database;

namespace FlowEngine.Load;

internal sealed record RecordedRead(string Sql, IReadOnlyList<(string Name, object? Value)> Arguments);

/// <summary>Passes reads on, and keeps them while it is told to.</summary>
internal sealed class RecordingReads(ISqlReads inner) : ISqlReads
{
    private ConcurrentQueue<RecordedRead>? _kept;

    public void Begin() => _kept = new ConcurrentQueue<RecordedRead>();

    public IReadOnlyList<RecordedRead> End() => [.. Interlocked.Exchange(ref _kept, null) ?? []];

    public ValueTask<T> QueryAsync<T>(
        string sql,
        IReadOnlyList<(string Name, object? Value)> arguments,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken)
    {
        _kept?.Enqueue(new RecordedRead(sql, arguments));
        return inner.QueryAsync(sql, arguments, read, cancellationToken);
    }
}
