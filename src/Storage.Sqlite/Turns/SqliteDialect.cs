using FlowEngine.Storage.Statements;

namespace FlowEngine.Storage.Sqlite.Turns;

internal sealed class SqliteDialect : SqlDialect
{
    public override string Quote(string name) => $"\"{name}\"";

    public override string New(string column) => $"excluded.{column}";

    public override string OnConflict(string key, string? set = null) => $" ON CONFLICT ({key}) DO {(set is null ? "NOTHING" : $"UPDATE SET {set}")}";

    /// <summary>The runner looks whether there is a row, and keeps its id.</summary>
    public override string One(string sql, string key = "id") => $"{sql} RETURNING {key}";

    /// <summary>The conversation's id is known by then, so it is not looked for again.</summary>
    public override string IntoTurns(string table, IReadOnlyList<string> columns) => Into(table, ["conversation_id", .. columns]);

    /// <summary>One statement a row: prepared, nothing is gained by one for all.</summary>
    public override IEnumerable<SqlStatement> Insert(RowInsert insert, IReadOnlyList<object?[]> rows)
    {
        var sql = insert.Text(rows: 1, (rowsOf, _) => IntoTurns(rowsOf.Table, [.. rowsOf.Columns, .. rowsOf.Shared]) + rowsOf.OnConflict);
        foreach (var row in rows)
        {
            var statement = new SqlStatement(sql);
            for (var column = 0; column < row.Length; column++)
            {
                statement.With(insert.Columns[column], insert.Types[column], row[column]);
            }

            yield return statement;
        }
    }
}
