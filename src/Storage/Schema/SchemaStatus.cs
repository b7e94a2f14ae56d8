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

/// <param name="Missing">The steps that <c>migrate up</c> would make.</param>
/// <param name="ForeignTables">Tables that are not ours.</param>
public sealed record SchemaStatus(SchemaState State, IReadOnlyList<string> Missing, IReadOnlyList<string> ForeignTables, bool HasData);
