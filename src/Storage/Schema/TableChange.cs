namespace FlowEngine.Storage.Schema;

/// <summary>How a table becomes the model's with its rows.</summary>
/// <param name="Wanted">The model's.</param>
/// <param name="Create">Statements that make the model's table, and the columns beyond the model, under another name.</param>
/// <param name="Values">What each column of the new table takes from a row of the old one.</param>
/// <param name="Kept">Statements for indexes and triggers of others on it.</param>
public sealed record TableChange(
    string Table,
    TableFacts Found,
    TableFacts Wanted,
    Func<string, IReadOnlyList<string>> Create,
    IReadOnlyList<ColumnValue> Values,
    IReadOnlyList<string> Kept);

/// <param name="Sql">An expression over the old table's columns.</param>
public sealed record ColumnValue(string Column, string Sql);
