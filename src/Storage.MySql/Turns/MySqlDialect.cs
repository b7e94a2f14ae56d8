using System.Globalization;
using FlowEngine.Storage.Statements;

namespace FlowEngine.Storage.MySql.Turns;

internal sealed class MySqlDialect : SqlDialect
{
    public override string Quote(string name) => $"`{name}`";

    public override string New(string column) => $"VALUES({column})";

    /// <summary>The database looks at every unique key; a value set to itself leaves the row.</summary>
    public override string OnConflict(string key, string? set = null)
    {
        var last = key.Split(", ")[^1];
        return $" ON DUPLICATE KEY UPDATE {set ?? $"{last} = {last}"}";
    }

    /// <summary>The runner sends a guard after it.</summary>
    public override string One(string sql, string key = "id") => sql;

    /// <summary>In one statement; an error where the conversation is not there.</summary>
    public override IEnumerable<SqlStatement> Insert(RowInsert insert, IReadOnlyList<object?[]> rows)
    {
        var statement = new SqlStatement(insert.Text(rows.Count, Text));
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < insert.Columns.Count; column++)
            {
                statement.With(Name(insert.Columns[column], row), insert.Types[column], rows[row][column]);
            }
        }

        return [statement];
    }

    private string Text(RowInsert insert, int count)
    {
        var head = $"((SELECT c.id FROM {Conversations} WHERE {IsConversation}), {Parameters(insert.Shared)}";
        var rows = Enumerable.Range(0, count).Select(row => $"{head}, {Parameters(insert.Columns.Select(column => Name(column, row)))})");
        return $"INSERT INTO {insert.Table} ({Names(["conversation_id", .. insert.Shared, .. insert.Columns])}) VALUES {string.Join(", ", rows)}{insert.OnConflict}";
    }

    private static string Name(string column, int row) => string.Create(CultureInfo.InvariantCulture, $"{column}_{row}");
}
