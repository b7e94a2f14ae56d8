namespace FlowEngine.Storage.Schema;

public enum DifferenceKind
{
    TableMissing,
    ColumnMissing,
    ColumnDiffers,

    /// <summary>Beyond the model, and it must be given: the program's rows are refused.</summary>
    ColumnRequired,

    /// <summary>A foreign key or check that the model has not.</summary>
    ConstraintExtra,
    IndexMissing,
    IndexDiffers,

    /// <summary>Makes columns of the model unique that the model does not.</summary>
    IndexExtra,

    /// <summary>A full-text table or trigger.</summary>
    ObjectMissing,
    HistoryMissing,
}

/// <summary>One point in which the real schema is not the model.</summary>
/// <param name="Name">Of the column, index or constraint; null for a table.</param>
public sealed record SchemaDifference(DifferenceKind Kind, string Table, string? Name, string? Expected, string? Found)
{
    public override string ToString() => Kind switch
    {
        DifferenceKind.TableMissing => $"table {Table} is missing",
        DifferenceKind.ColumnMissing => $"column {Table}.{Name} is missing: {Expected}",
        DifferenceKind.ColumnDiffers => $"column {Table}.{Name} is {Found} instead of {Expected}",
        DifferenceKind.ColumnRequired => $"column {Table}.{Name} is not of the model and must be given: {Found}",
        DifferenceKind.ConstraintExtra => $"table {Table} has a constraint that the model has not: {Found}",
        DifferenceKind.IndexMissing => $"index {Name} on {Table} is missing: {Expected}",
        DifferenceKind.IndexDiffers => $"index {Name} on {Table} is {Found} instead of {Expected}",
        DifferenceKind.IndexExtra => $"index {Name} on {Table} forbids rows that the model allows: {Found}",
        DifferenceKind.HistoryMissing => $"the history lacks {Name}",
        _ => $"{Name} is missing",
    };
}
