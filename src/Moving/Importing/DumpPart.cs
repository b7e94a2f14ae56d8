using System.Data.Common;
using System.Globalization;
using FlowEngine.Moving.Dumps;

namespace FlowEngine.Moving.Importing;

/// <summary>One database of a dump: its rows as they would stand there, written as they are read.</summary>
internal sealed class DumpPart(string name, string path, DbConnection connection) : IDisposable
{
    private const int RowsPerCommit = 5_000;

    private static readonly string[] s_indexed = ["tenant_id", "conversation_id", "session_id"];

    private readonly Dictionary<string, DumpTableRows> _tables = new(StringComparer.OrdinalIgnoreCase);
    private DbTransaction? _transaction;
    private DbCommand? _insert;
    private string? _inserts;
    private int _pending;

    public string Name => name;

    public string Path => path;

    public IEnumerable<DumpTableRows> Tables => _tables.Values;

    public async Task AddAsync(DumpEntry entry, CancellationToken cancellationToken)
    {
        switch (entry)
        {
            case DumpTableMade made:
                await MakeAsync(made, cancellationToken);
                break;
            case DumpTableEmptied when _tables.TryGetValue(entry.Table, out var emptied):
                await ExecuteAsync($"DELETE FROM {emptied.Name}", cancellationToken);
                emptied.Discarded = emptied.Seen;
                break;
            case DumpRow row:
                await InsertAsync(row, cancellationToken);
                break;
            default:
                break;
        }
    }

    /// <summary>What was read can be read by others.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        foreach (var table in _tables.Values)
        {
            if (!table.Has("id"))
            {
                throw new InvalidDataException($"The table {table.Name} of the dump has no column id.");
            }

            foreach (var column in s_indexed.Where(table.Has))
            {
                await ExecuteAsync($"CREATE INDEX {table.Name}_{column}_index ON {table.Name} ({column})", cancellationToken);
            }
        }

        await CommitAsync(cancellationToken);
        await connection.CloseAsync();
    }

    public void Dispose()
    {
        _insert?.Dispose();
        _transaction?.Dispose();
        connection.Dispose();
    }

    private async Task MakeAsync(DumpTableMade made, CancellationToken cancellationToken)
    {
        if (_tables.TryGetValue(made.Table, out var there) && there.Kept > 0)
        {
            // CREATE TABLE IF NOT EXISTS, or a dump that was put behind another.
            await WidenAsync(there, made.Columns.Select(column => column.Name), cancellationToken);
            return;
        }

        if (there is not null)
        {
            await ExecuteAsync($"DROP TABLE {there.Name}", cancellationToken);
        }

        var table = new DumpTableRows(made.Table.ToLowerInvariant()) { Seen = there?.Seen ?? 0, Discarded = there?.Discarded ?? 0 };
        var definitions = made.Columns.Select(column => table.Add(column.Name, column.IsWhole));
        await ExecuteAsync($"CREATE TABLE {table.Name} ({string.Join(", ", definitions)})", cancellationToken);
        _tables[made.Table] = table;
        _inserts = null;
    }

    private async Task<DumpTableRows> TableAsync(DumpRow row, CancellationToken cancellationToken)
    {
        if (_tables.TryGetValue(row.Table, out var table))
        {
            await WidenAsync(table, row.Columns, cancellationToken);
            return table;
        }

        await MakeAsync(new(row.Database, row.Table, [.. row.Columns.Select(column => (column, false))]), cancellationToken);
        return _tables[row.Table];
    }

    /// <summary>Rows that name columns which no row before them did.</summary>
    private async Task WidenAsync(DumpTableRows table, IEnumerable<string> columns, CancellationToken cancellationToken)
    {
        foreach (var column in columns.Where(column => !table.Has(column)))
        {
            if (column.Equals("id", StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidDataException($"Some rows of {table.Name} in the dump have an id, and others have none.");
            }

            await ExecuteAsync($"ALTER TABLE {table.Name} ADD COLUMN {table.Add(column, isWhole: false)}", cancellationToken);
            _inserts = null;
        }
    }

    private async Task InsertAsync(DumpRow row, CancellationToken cancellationToken)
    {
        var table = await TableAsync(row, cancellationToken);
        var id = IdOf(row);
        if (row.Insertion == DumpInsertion.Replace && id is not null)
        {
            table.Discarded += await ExecuteAsync(FormattableString.Invariant($"DELETE FROM {table.Name} WHERE id = {id}"), cancellationToken);
        }

        var insert = Prepared(table, row);
        for (var i = 0; i < row.Values.Count; i++)
        {
            insert.Parameters[i].Value = row.Values[i] ?? DBNull.Value;
        }

        table.Seen++;
        if (await insert.ExecuteNonQueryAsync(cancellationToken) == 0)
        {
            table.Discarded += row.Insertion == DumpInsertion.Ignore ? 1 : throw Fault(row, string.Create(CultureInfo.InvariantCulture, $"a second row of {table.Name} has the id {id}"));
        }

        if (++_pending == RowsPerCommit)
        {
            await CommitAsync(cancellationToken);
        }
    }

    private static InvalidDataException Fault(DumpRow row, string message) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Line {row.Line} of the dump: {message}."));

    /// <summary>Null where the database is to give one.</summary>
    private static long? IdOf(DumpRow row)
    {
        for (var i = 0; i < row.Columns.Count; i++)
        {
            if (row.Columns[i].Equals("id", StringComparison.OrdinalIgnoreCase))
            {
                return row.Values[i] switch
                {
                    null => null,
                    long id => id,
                    var other => throw Fault(row, $"the id of a row of {row.Table} is not a number: '{other}'"),
                };
            }
        }

        return null;
    }

    private DbCommand Prepared(DumpTableRows table, DumpRow row)
    {
        var names = string.Join(", ", row.Columns.Select(column => $"\"{column}\""));
        var sql = $"INSERT OR IGNORE INTO {table.Name} ({names}) VALUES ({string.Join(", ", row.Columns.Select((_, index) => FormattableString.Invariant($"@p{index}")))})";
        if (_insert is null || _inserts != sql)
        {
            _insert?.Dispose();
            _insert = connection.CreateCommand();
            _insert.CommandText = _inserts = sql;
            for (var i = 0; i < row.Columns.Count; i++)
            {
                var parameter = _insert.CreateParameter();
                parameter.ParameterName = FormattableString.Invariant($"@p{i}");
                _insert.Parameters.Add(parameter);
            }
        }

        _insert.Transaction = Begun();
        return _insert;
    }

    private DbTransaction Begun() => _transaction ??= connection.BeginTransaction();

    private async Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, Begun());
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (_transaction is { } transaction)
        {
            await transaction.CommitAsync(cancellationToken);
            await transaction.DisposeAsync();
            (_transaction, _pending) = (null, 0);
        }
    }
}
