namespace FlowEngine.Storage.Schema;

/// <param name="Columns">By name, in the table's order; letter case does not matter.</param>
/// <param name="Constraints">What else binds the rows, for people: foreign keys, checks.</param>
/// <param name="Statements">What made its indexes and triggers, by name; those that a constraint made have none.</param>
public sealed record TableFacts(
    IReadOnlyDictionary<string, ColumnFacts> Columns,
    IReadOnlyList<IndexFacts> Indexes,
    IReadOnlyList<string> Constraints,
    IReadOnlyDictionary<string, string> Statements,
    bool HasRows)
{
    public bool Has(string column) => Columns.ContainsKey(column);
}
