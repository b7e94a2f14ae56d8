namespace FlowEngine.Storage.Schema;

/// <param name="Columns">With DESC or COLLATE where it has them; an expression where it is no column.</param>
/// <param name="Filter">SQL; null: all rows.</param>
/// <param name="IsConstraint">Made by a UNIQUE of the table: it goes with the table only.</param>
public sealed record IndexFacts(string Name, IReadOnlyList<string> Columns, bool IsUnique, string? Filter, bool IsConstraint)
{
    public bool IsLike(IndexFacts other) =>
        IsUnique == other.IsUnique && Columns.SequenceEqual(other.Columns, StringComparer.OrdinalIgnoreCase)
        && string.Equals(Filter, other.Filter, StringComparison.OrdinalIgnoreCase);

    public override string ToString() =>
        $"{(IsUnique ? "UNIQUE " : "")}({string.Join(", ", Columns)}){(Filter is null ? "" : $" WHERE {Filter}")}";
}
