namespace FlowEngine.Databases;

/// <summary>As in the setting <c>FlowEngine:Database:Provider</c>.</summary>
public static class DatabaseNames
{
    public const string Sqlite = "sqlite";
    public const string PostgreSql = "postgresql";
    public const string MySql = "mysql";

#if MYSQL
    public static IReadOnlyList<string> All { get; } = [Sqlite, PostgreSql, MySql];

    internal const string NoMySql = $"MariaDB is not installed (no mariadbd or mariadb-install-db on the path), and {MySqlServer.Variable} names no server.";
#else
    public static IReadOnlyList<string> All { get; } = [Sqlite, PostgreSql];
#endif

    /// <summary>Null where its tests are to run. In CI every database must be there: its tests then fail instead.</summary>
    internal static string? WhySkipped(string name) =>
        Environment.GetEnvironmentVariable("CI") == "true" ? null : Missing(name);

    private static string? Missing(string name) => name switch
    {
        PostgreSql when PostgreSqlPrograms.Folder is null =>
            "PostgreSQL is not installed: no initdb in /usr/lib/postgresql/*/bin or on the path.",
#if MYSQL
        MySql when (MySqlPrograms.Server is null || MySqlPrograms.Install is null)
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(MySqlServer.Variable)) => NoMySql,
#endif
        _ => null,
    };
}
