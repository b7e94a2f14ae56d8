using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using FlowEngine.Moving.Rows;
using FlowEngine.Storage.Legacy;

namespace FlowEngine.Moving.Importing;

/// <summary>Rows of a database that is only read. Pages rather than one long read, which would hold up who writes there.</summary>
public sealed class SourceReader : IAsyncDisposable
{
    private readonly DbConnection _connection;

    private SourceReader(DbConnection connection, IReadOnlySet<string> tables) => (_connection, Tables) = (connection, tables);

    public IReadOnlySet<string> Tables { get; }

    public static async Task<SourceReader> OpenAsync(SourceDatabases sources, string connection, CancellationToken cancellationToken)
    {
        var source = sources.Of(connection);
        var opened = await source.OpenAsync(connection, cancellationToken);
        return new SourceReader(opened, await source.TablesAsync(opened, cancellationToken));
    }

    public async Task<long> CountAsync(string table, CancellationToken cancellationToken) => Tables.Contains(table)
        ? (await RowsAsync($"SELECT COUNT(*) AS id FROM {table}", [], cancellationToken).SingleAsync(cancellationToken)).Id
        : 0;

    /// <summary>Each value once, null too, as the source has it; nothing where the table has no such column.</summary>
    public async Task<IReadOnlyList<object?>> DistinctAsync(string table, string column, CancellationToken cancellationToken) => Tables.Contains(table)
        ? await RowsAsync($"SELECT DISTINCT {column} FROM {table}", [], cancellationToken).Select(row => row.Values[0]).ToListAsync(cancellationToken)
        : [];

    /// <summary>All rows of the table in the order of their ids, page by page.</summary>
    public IAsyncEnumerable<IReadOnlyList<LegacyRow>> PagesAsync(string table, int size, CancellationToken cancellationToken) =>
        PagesAsync(table, "", [], size, cancellationToken);

    /// <param name="tenant">A value of the column <c>tenant_id</c>, null too.</param>
    public IAsyncEnumerable<IReadOnlyList<LegacyRow>> PagesAsync(string table, object? tenant, int size, CancellationToken cancellationToken) => tenant is null
        ? PagesAsync(table, "tenant_id IS NULL AND ", [], size, cancellationToken)
        : PagesAsync(table, "tenant_id = @tenant AND ", [("tenant", tenant)], size, cancellationToken);

    /// <summary>Rows whose column has one of the values, in the order of the column and their ids.</summary>
    public IAsyncEnumerable<LegacyRow> WhereAsync(string table, string column, IReadOnlyList<long> values, CancellationToken cancellationToken)
    {
        var names = values.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"p{index}")).ToList();
        return RowsAsync(
            $"SELECT * FROM {table} WHERE {column} IN ({string.Join(", ", names.Select(name => $"@{name}"))}) ORDER BY {column}, id",
            [.. names.Zip(values, (name, value) => (name, (object)value))],
            cancellationToken);
    }

    public async IAsyncEnumerable<LegacyRow> RowsAsync(
        string sql, IReadOnlyList<(string Name, object Value)> arguments, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in arguments)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@{name}", value);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var columns = new LegacyColumns(Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
        while (await reader.ReadAsync(cancellationToken))
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            yield return new LegacyRow(columns, [.. values.Select(Plain)]);
        }
    }

    /// <summary>Whole numbers of any width as one type, so that a row reads and hashes the same whatever database it stands in.</summary>
    private static object? Plain(object value) => value switch
    {
        DBNull => null,
        // How a zero date comes, which is none.
        DateTime time when time == DateTime.MinValue => null,
        int or short or sbyte or byte or uint or ushort => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ => value,
    };

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async IAsyncEnumerable<IReadOnlyList<LegacyRow>> PagesAsync(
        string table, string condition, IReadOnlyList<(string Name, object Value)> arguments, int size, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!Tables.Contains(table))
        {
            yield break;
        }

        var sql = string.Create(CultureInfo.InvariantCulture, $"SELECT * FROM {table} WHERE {condition}id > @last ORDER BY id LIMIT {size}");
        for (var last = long.MinValue; ;)
        {
            var page = await RowsAsync(sql, [.. arguments, ("last", last)], cancellationToken).ToListAsync(cancellationToken);
            if (page.Count == 0)
            {
                yield break;
            }

            yield return page;
            last = page[^1].Id;
        }
    }
}
