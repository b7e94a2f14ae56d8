using System.Collections.Concurrent;
using System.Data.Common;
using FlowEngine.Storage.Database;
using Microsoft.Data.Sqlite;

namespace FlowEngine.Storage.Sqlite.Connections;

/// <summary>Read connections with their prepared statements, kept between calls.</summary>
internal sealed class SqliteReads(SqliteConnections connections, SqliteOptions options) : ISqlReads, IDisposable
{
    private static readonly int s_kept = Environment.ProcessorCount * 4;

    private readonly ConcurrentStack<StatementCache> _idle = new();
    private volatile bool _closed;

    public ValueTask<T> QueryAsync<T>(
        string sql,
        IReadOnlyList<(string Name, object? Value)> arguments,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return new(Query(sql, arguments, read));
        }
        catch (SqliteException fault) when (SqliteFaults.Unavailable(fault) is { } unavailable)
        {
            connections.Damage.Note(fault);
            return ValueTask.FromException<T>(unavailable);
        }
    }

    public void Dispose()
    {
        _closed = true;
        Clear();
    }

    private T Query<T>(string sql, IReadOnlyList<(string Name, object? Value)> arguments, Func<DbDataReader, T> read)
    {
        var lease = Rent();
        var sound = false;
        try
        {
            using var reader = lease.Get(sql, arguments).ExecuteReader();
            var result = read(reader);
            sound = true;
            return result;
        }
        finally
        {
            Return(lease, sound);
        }
    }

    private StatementCache Rent()
    {
        // An open connection goes on reading a file that was deleted: look first.
        if (!File.Exists(connections.FilePath))
        {
            Clear();
            throw SqliteFaults.FileMissing(connections.FilePath);
        }

        connections.Damage.ThrowIfFound(connections.OpenRead);
        return _idle.TryPop(out var idle) ? idle : new StatementCache(connections.OpenRead(), options.OnStatement);
    }

    private void Return(StatementCache lease, bool sound)
    {
        if (!sound || _closed || _idle.Count >= s_kept)
        {
            lease.Dispose();
        }
        else
        {
            _idle.Push(lease);
        }
    }

    private void Clear()
    {
        while (_idle.TryPop(out var idle))
        {
            idle.Dispose();
        }
    }
}
