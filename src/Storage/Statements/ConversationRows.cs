namespace FlowEngine.Storage.Statements;

/// <summary>The inserts of any number of rows that belong to the conversation of a turn.</summary>
/// <param name="shared">Columns that have the same value in every row.</param>
/// <param name="columns">The others.</param>
/// <param name="onConflict">What <see cref="SqlDialect.OnConflict"/> gives for rows that are there.</param>
public sealed class ConversationRows<T>(
    SqlDialect dialect, string table, IReadOnlyList<string> shared, IReadOnlyList<SqlColumn<T>> columns, string onConflict = "")
{
    private readonly RowInsert _insert = new(table, shared, [.. columns.Select(column => column.Name)], [.. columns.Select(column => column.Type)], onConflict);

    /// <param name="with">Adds the shared values and the conversation's.</param>
    public IEnumerable<SqlStatement> Insert(IReadOnlyList<T> rows, Func<SqlStatement, SqlStatement> with) => rows.Count == 0
        ? []
        : dialect.Insert(_insert, [.. rows.Select(row => columns.Select(column => column.Value(row)).ToArray())]).Select(with);
}
