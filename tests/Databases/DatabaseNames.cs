namespace FlowEngine.Databases;

/// <summary>As in the setting <c>FlowEngine:Database:Provider</c>.</summary>
public static partial class DatabaseNames
{
    public const string Sqlite = "sqlite";
    public const string PostgreSql = "postgresql";
    public const string MySql = "mysql";

    internal const string NoMySql = $"MariaDB is not installed (no mariadbd or mariadb-install-db on the path), and {MySqlServer.Variable} names no server.";

    public static IReadOnlyList<string> All { get; } = Collect();

    /// <summary>Null where its tests are to run. In CI every database must be there: its tests then fail instead.</summary>
    internal static string? WhySkipped(string name) =>
        !All.Contains(name) ? "Builds with Entity Framework Core 10 do not have it."
        : Environment.GetEnvironmentVariable("CI") == "true" ? null
        : Missing(name);

    private static List<string> Collect()
    {
        List<string> names = [Sqlite, PostgreSql];
        AddMySql(names);
        return names;
    }

    /// <summary>Left out of builds with Entity Framework Core 10.</summary>
    static partial void AddMySql(List<string> names);

    private static string? Missing(string name) => name switch
    {
        PostgreSql when PostgreSqlPrograms.Folder is null =>
            "PostgreSQL is not installed: no initdb in /usr/lib/postgresql/*/bin or on the path.",
        MySql when (MySqlPrograms.Server is null || MySqlPrograms.Install is null)
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(MySqlServer.Variable)) => NoMySql,
        _ => null,
    };
}
