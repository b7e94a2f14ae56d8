namespace FlowEngine.Storage.Schema;

/// <summary>What is really in a database.</summary>
/// <param name="Objects">Names of indexes and triggers, and of tables that the database keeps for them.</param>
/// <param name="History">Ids of the rows of <c>__EFMigrationsHistory</c>.</param>
public sealed record SchemaFacts(
    IReadOnlyDictionary<string, TableFacts> Tables, IReadOnlySet<string> Objects, IReadOnlySet<string> History)
{
    public static SchemaFacts Empty { get; } =
        new(new Dictionary<string, TableFacts>(), new HashSet<string>(), new HashSet<string>());

    public bool HasRows(string table) => Tables.TryGetValue(table, out var facts) && facts.HasRows;
}
