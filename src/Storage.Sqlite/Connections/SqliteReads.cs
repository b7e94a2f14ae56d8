using System.Collections.Concurrent;
using System.Data.Common;
using FlowEngine.Storage.Database;
using Microsoft.Data.Sqlite;

namespace FlowEngine.Storage.Sqlite.Connections;

/// <summary>Read connections with their prepared statements, kept between calls.</summary>
internal sealed class SqliteReads(SqliteConnections connections, SqliteOptions options) : ISqlReads, IDisposable
{
    private static readonly int s_kept = Environment.ProcessorCount * 4;

    private readonly ConcurrentStack<Lease> _idle = new();
    private volatile bool _closed;

    public ValueTask<T> QueryAsync<T>(
        string sql,
        IReadOnlyList<(string Name, object? Value)> arguments,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!connections.File.IsServed)
        {
            return QueryAnewAsync(sql, arguments, read, cancellationToken);
        }

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

    private async ValueTask<T> QueryAnewAsync<T>(
        string sql, IReadOnlyList<(string Name, object? Value)> arguments, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        Clear();
        await connections.File.EnsureAsync(cancellationToken);
        try
        {
            return Query(sql, arguments, read);
        }
        catch (SqliteException fault) when (SqliteFaults.Unavailable(fault) is { } unavailable)
        {
            connections.Damage.Note(fault);
            throw unavailable;
        }
    }

    private T Query<T>(string sql, IReadOnlyList<(string Name, object? Value)> arguments, Func<DbDataReader, T> read)
    {
        var lease = Rent();
        var sound = false;
        try
        {
            using var reader = lease.Db.Get(sql, arguments).ExecuteReader();
            var result = read(reader);
            sound = true;
            return result;
        }
        finally
        {
            Return(lease, sound);
        }
    }

    private Lease Rent()
    {
        connections.Damage.ThrowIfFound();
        while (_idle.TryPop(out var idle))
        {
            if (idle.File == connections.File.Number)
            {
                return idle;
            }

            idle.Db.Dispose();
        }

        var file = connections.File.Number;
        return new(new StatementCache(connections.OpenRead(), options.OnStatement), file);
    }

    private void Return(Lease lease, bool sound)
    {
        if (!sound || _closed || lease.File != connections.File.Number || _idle.Count >= s_kept)
        {
            lease.Db.Dispose();
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
            idle.Db.Dispose();
        }
    }

    /// <param name="File">The number of the file that it was opened on.</param>
    private sealed record Lease(StatementCache Db, int File);
}
