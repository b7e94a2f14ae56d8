namespace FlowEngine.Storage.Schema;

/// <param name="Type">As the database calls it.</param>
/// <param name="Default">SQL.</param>
/// <param name="KeyPosition">From 1 in the primary key; 0: not in it.</param>
/// <param name="IsGenerated">The database gives the number of a new row.</param>
/// <param name="Collation">Null: the database's own.</param>
public sealed record ColumnFacts(
    string Name, string Type, bool IsNullable, string? Default, int KeyPosition, bool IsGenerated, string? Collation)
{
    /// <summary>A row that does not name the column is refused.</summary>
    public bool IsRequired => !IsNullable && Default is null && !IsGenerated;

    public bool IsLike(ColumnFacts other) =>
        string.Equals(Type, other.Type, StringComparison.OrdinalIgnoreCase) && IsNullable == other.IsNullable && Default == other.Default
        && KeyPosition == other.KeyPosition && IsGenerated == other.IsGenerated
        && string.Equals(Collation, other.Collation, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => string.Join(' ', Parts());

    private IEnumerable<string> Parts()
    {
        yield return Type.Length == 0 ? "no type" : Type;
        yield return IsNullable ? "NULL" : "NOT NULL";
        if (Default is not null)
        {
            yield return $"DEFAULT {Default}";
        }

        if (KeyPosition > 0)
        {
            yield return $"KEY {KeyPosition}";
        }

        if (IsGenerated)
        {
            yield return "GENERATED";
        }

        if (Collation is not null)
        {
            yield return $"COLLATE {Collation}";
        }
    }
}
