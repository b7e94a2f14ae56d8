namespace FlowEngine.Databases;

/// <summary>As in the setting <c>FlowEngine:Database:Provider</c>.</summary>
public static class DatabaseNames
{
    public const string Sqlite = "sqlite";
    public const string PostgreSql = "postgresql";

    public static IReadOnlyList<string> All { get; } = [Sqlite, PostgreSql];

    /// <summary>Null where its tests are to run. In CI every database must be there: its tests then fail instead.</summary>
    internal static string? WhySkipped(string name) =>
        name == PostgreSql && PostgreSqlPrograms.Folder is null && Environment.GetEnvironmentVariable("CI") != "true"
            ? "PostgreSQL is not installed: no initdb in /usr/lib/postgresql/*/bin or on the path."
            : null;
}
