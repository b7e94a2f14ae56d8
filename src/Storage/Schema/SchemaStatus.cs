namespace FlowEngine.Storage.Schema;

public enum SchemaState
{
    /// <summary>No table is there.</summary>
    Empty,
    Current,

    /// <summary>Steps are missing: an older or half-made schema.</summary>
    Behind,

    /// <summary>Somebody else's database: it is never changed.</summary>
    Foreign,
}

/// <param name="Steps">What <c>migrate up</c> would do.</param>
/// <param name="Differences">Why.</param>
/// <param name="ForeignTables">Tables that are not ours.</param>
/// <param name="Level">One of <see cref="SchemaLevel"/>; null where there are no conversations.</param>
public sealed record SchemaStatus(
    SchemaState State,
    IReadOnlyList<SchemaStep> Steps,
    IReadOnlyList<SchemaDifference> Differences,
    IReadOnlyList<string> ForeignTables,
    bool HasData,
    string? Level)
{
    public IReadOnlyList<string> Missing => [.. Steps.Select(step => step.Name)];
}
