using FlowEngine.Storage.Statements;

namespace FlowEngine.Storage.PostgreSql.Turns;

internal sealed class PostgreSqlDialect : SqlDialect
{
    public override string Quote(string name) => $"\"{name}\"";

    public override string New(string column) => $"excluded.{column}";

    public override string OnConflict(string key, string? set = null) => $" ON CONFLICT ({key}) DO {(set is null ? "NOTHING" : $"UPDATE SET {set}")}";

    /// <summary>
    /// 1 divided by no row is an error (22012): it ends the batch, so that nothing of the turn is kept, without a round trip to ask first.
    /// </summary>
    public override string One(string sql, string key = "id") => $"WITH changed AS ({sql} RETURNING {key}) SELECT 1 / COUNT(*) FROM changed";

    /// <summary>In one statement, which is the same for any number of rows: its values are arrays.</summary>
    public override IEnumerable<SqlStatement> Insert(RowInsert insert, IReadOnlyList<object?[]> rows)
    {
        var statement = new SqlStatement(insert.Text(rows: 0, (rowsOf, _) => Many(rowsOf)));
        for (var column = 0; column < insert.Columns.Count; column++)
        {
            var at = column;
            statement.WithEach(insert.Columns[at], insert.Types[at], rows.Select(row => row[at]));
        }

        return [statement];
    }

    private string Many(RowInsert insert) => $"""
        INSERT INTO {insert.Table} (conversation_id, {Names(insert.Shared)}, {Names(insert.Columns)})
        SELECT c.id, {Parameters(insert.Shared)}, {string.Join(", ", insert.Columns.Select(column => "r." + Quote(column)))}
        FROM unnest({Parameters(insert.Columns)}) WITH ORDINALITY AS r ({Names(insert.Columns)}, position), {Conversations}
        WHERE {IsConversation}
        ORDER BY r.position{insert.OnConflict}
        """;
}
