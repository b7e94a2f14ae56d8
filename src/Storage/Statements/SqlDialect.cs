namespace FlowEngine.Storage.Statements;

/// <summary>What the databases write differently in the statements of a turn. The statements themselves are in <c>Writing/</c>, once.</summary>
public abstract class SqlDialect
{
    protected const string Conversations = "ai_conversations c";

    /// <summary>The row that <c>@public_id</c> names.</summary>
    protected const string IsConversation = "c.tenant_id = @tenant_id AND c.instance_id = @instance_id AND c.public_id = @public_id";

    public abstract string Quote(string name);

    /// <summary>In <see cref="OnConflict"/>: the value that was to be inserted. The row's own is <c>table.column</c>.</summary>
    public abstract string New(string column);

    /// <summary>Ends an insert whose row may be there.</summary>
    /// <param name="key">The columns that are unique.</param>
    /// <param name="set">Assignments, each of which may see those before it; null leaves the row as it is.</param>
    public abstract string OnConflict(string key, string? set = null);

    /// <summary>A change that must find exactly one row; for statements that say so (<see cref="SqlStatement.ChangesOne"/>).</summary>
    /// <param name="key">A column of the row that is never null.</param>
    public abstract string One(string sql, string key = "id");

    /// <summary>Rows of the conversation that the turn's change of it found.</summary>
    public abstract IEnumerable<SqlStatement> Insert(RowInsert insert, IReadOnlyList<object?[]> rows);

    /// <summary>One row of that conversation, whose parameters are called as the columns.</summary>
    public virtual string IntoTurns(string table, IReadOnlyList<string> columns) => IntoConversation(table, columns);

    /// <summary>One row of the conversation that <c>@public_id</c> names; none where it is not there.</summary>
    /// <param name="and">A further condition.</param>
    public string IntoConversation(string table, IReadOnlyList<string> columns, string and = "") =>
        $"INSERT INTO {table} (conversation_id, {Names(columns)}) SELECT c.id, {Parameters(columns)} FROM {Conversations} WHERE {IsConversation}{and}";

    public string Into(string table, IReadOnlyList<string> columns) => $"INSERT INTO {table} ({Names(columns)}) VALUES ({Parameters(columns)})";

    public string Names(IEnumerable<string> columns) => string.Join(", ", columns.Select(Quote));

    protected static string Parameters(IEnumerable<string> columns) => string.Join(", ", columns.Select(column => "@" + column));
}
