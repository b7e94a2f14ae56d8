namespace FlowEngine.Storage.Schema;

/// <summary>How far a database is from the legacy system's schema; rows of the history stamp it.</summary>
public static class SchemaLevel
{
    /// <summary>As the legacy system made it: nothing of ours is stamped.</summary>
    public const string Legacy = "legacy";

    /// <summary>Both engines' columns.</summary>
    public const string Hybrid = "hybrid";

    /// <summary>Without the columns that only V1 reads.</summary>
    public const string Contracted = "contracted";

    /// <summary>Null where there are no conversations.</summary>
    internal static string? Of(SchemaFacts facts) => !facts.Tables.ContainsKey(LegacySchema.Conversations) ? null
        : facts.History.Contains(Stamp(Contracted)) ? Contracted
        : facts.History.Any(SchemaHistory.IsOwn) ? Hybrid
        : Legacy;

    /// <summary>The history's row of a level.</summary>
    internal static string Stamp(string level) => $"Level_{level}{SchemaHistory.Own}";
}
