namespace FlowEngine.Storage.Schema;

/// <summary>A table as the model wants it.</summary>
/// <param name="Create">Statements that make it. Under another name it takes columns beyond the model.</param>
/// <param name="AddColumn">Statements that add one of its columns, for columns that need no value.</param>
/// <param name="Indexes">Their names.</param>
/// <param name="CreateIndex">Statements that make one of them.</param>
internal sealed record TableModel(
    string Name,
    IReadOnlyList<ColumnModel> Columns,
    Func<string, IReadOnlyList<ColumnFacts>, IReadOnlyList<string>> Create,
    Func<string, IReadOnlyList<string>> AddColumn,
    IReadOnlyList<string> Indexes,
    Func<string, IReadOnlyList<string>> CreateIndex);

/// <param name="Type">In the program.</param>
/// <param name="Zero">SQL of the value that a row without one gets; null where the column is nullable.</param>
/// <param name="HasDefault">The database knows that value itself.</param>
internal sealed record ColumnModel(string Name, Type Type, string? Zero, bool HasDefault)
{
    public bool NeedsNoValue => Zero is null || HasDefault;
}
