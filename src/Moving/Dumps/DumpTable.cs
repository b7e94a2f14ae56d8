namespace FlowEngine.Moving.Dumps;

/// <summary>A table of the legacy system as the dump makes it.</summary>
/// <param name="Columns">In their order; empty where no CREATE TABLE was read.</param>
internal sealed record DumpTable(string Database, string Name, IReadOnlyList<DumpColumn> Columns)
{
    public DumpColumn Find(string name) =>
        Columns.FirstOrDefault(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? DumpColumn.Unknown(name);

    /// <summary>Those that a row without a list of columns has values for; null where no number of them fits.</summary>
    public IReadOnlyList<DumpColumn>? Fitting(int values)
    {
        IReadOnlyList<DumpColumn>[] choices =
        [
            [.. Columns.Where(column => !column.IsLeftOut)],
            [.. Columns.Where(column => !column.IsLeftOut && !column.IsGenerated)],
            Columns,
            [.. Columns.Where(column => !column.IsGenerated)],
        ];
        return choices.FirstOrDefault(choice => choice.Count == values);
    }
}
