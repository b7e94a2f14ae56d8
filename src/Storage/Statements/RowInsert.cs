using System.Collections.Concurrent;

namespace FlowEngine.Storage.Statements;

/// <param name="Shared">Columns that have the same value in every row.</param>
/// <param name="Columns">The others.</param>
/// <param name="Types">Theirs.</param>
/// <param name="OnConflict">Ends the statement.</param>
public sealed record RowInsert(
    string Table, IReadOnlyList<string> Shared, IReadOnlyList<string> Columns, IReadOnlyList<SqlType> Types, string OnConflict)
{
    private readonly ConcurrentDictionary<int, string> _texts = new();

    /// <summary>The statement's text for so many rows, made once.</summary>
    public string Text(int rows, Func<RowInsert, int, string> make) => _texts.GetOrAdd(rows, static (count, my) => my.make(my.insert, count), (insert: this, make));
}
