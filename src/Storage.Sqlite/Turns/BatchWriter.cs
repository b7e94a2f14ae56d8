using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Sqlite.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Storage.Sqlite.Turns;

/// <summary>Writes items in one transaction, each in its own savepoint. A fault of the database is told to those it concerns.</summary>
internal sealed class BatchWriter(SqliteConnections connections, SqliteOptions options, ILogger<BatchWriter> logger) : IDisposable
{
    private const int Unique = 2067;
    private const int PrimaryKey = 1555;

    private StatementCache? _db;
    private int _file;

    /// <summary>Checks which file is at the path. Its fault is told to the batch.</summary>
    public async Task WriteAsync(IReadOnlyList<WriteItem> batch)
    {
        if (batch.Count == 0)
        {
            return;
        }

        try
        {
            await connections.File.EnsureAsync(CancellationToken.None);
        }
        catch (Exception fault)
        {
            Close();
            Fail(batch, fault);
            return;
        }

        Write(batch);
    }

    private void Write(IReadOnlyList<WriteItem> batch)
    {
        if (Begin(batch) is not { } db)
        {
            return;
        }

        List<WriteItem> written;
        try
        {
            written = batch.Where(item => Run(item, db)).ToList();
            db.Execute("COMMIT");
            if (!connections.File.IsServed)
            {
                // What was written is in a file that was taken away meanwhile: nobody may be told that it is stored.
                throw connections.File.Replaced();
            }
        }
        catch (SqliteException fault)
        {
            Close();
            Recover(batch, fault);
            return;
        }
        catch (Exception fault)
        {
            // The loop must outlive any fault: who waits is told, and the next batch begins afresh.
            Close();
            Fail(batch, fault);
            return;
        }

        foreach (var item in written)
        {
            item.Answer();
        }
    }

    public void Dispose() => Close();

    private Exception Told(SqliteException fault)
    {
        connections.Damage.Note(fault);
        return SqliteFaults.Unavailable(fault) ?? (Exception)fault;
    }

    /// <summary>True where the item is to be answered after the commit; false where it was told its fault.</summary>
    private static bool Run(WriteItem item, StatementCache db)
    {
        db.Execute("SAVEPOINT item");
        try
        {
            if (item.Run(db))
            {
                db.Execute("RELEASE item");
            }
            else
            {
                Undo(db);
            }

            return true;
        }
        catch (SqliteException fault) when (fault.SqliteExtendedErrorCode is Unique or PrimaryKey)
        {
            Undo(db);
            item.Refuse();
            return true;
        }
        catch (Exception fault) when (fault is not SqliteException { SqliteErrorCode: not 19 })
        {
            Undo(db);
            item.Fail(fault);
            return false;
        }
    }

    private static void Undo(StatementCache db)
    {
        db.Execute("ROLLBACK TO item");
        db.Execute("RELEASE item");
    }

    private StatementCache? Begin(IReadOnlyList<WriteItem> batch)
    {
        try
        {
            connections.File.Demand();
            if (_file != connections.File.Number)
            {
                Close();
                _file = connections.File.Number;
            }

            connections.Damage.ThrowIfFound();
            _db ??= new StatementCache(connections.OpenWrite(), options.OnStatement);
            _db.Execute("BEGIN IMMEDIATE");
            return _db;
        }
        catch (Exception fault)
        {
            Close();
            var told = fault is SqliteException sqlite ? Told(sqlite) : fault;
            Fail(batch, told);
            return null;
        }
    }

    /// <summary>Nothing of the batch was written: each item gets its own transaction, so that one that cannot be written fails alone.</summary>
    private void Recover(IReadOnlyList<WriteItem> batch, SqliteException fault)
    {
        if (batch.Count == 1)
        {
            Fail(batch, Told(fault));
            return;
        }

        foreach (var item in batch)
        {
            Write([item]);
        }
    }

    private void Fail(IReadOnlyList<WriteItem> batch, Exception told)
    {
        Log.WriterFault(logger, told, batch.Count, (told as StorageUnavailableException)?.Code ?? "unknown");
        foreach (var item in batch)
        {
            item.Fail(told);
        }
    }

    /// <summary>Closing rolls back what is open; the next batch opens again.</summary>
    private void Close()
    {
        _db?.Dispose();
        _db = null;
    }
}
