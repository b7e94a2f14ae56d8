using FlowEngine.Storage.PostgreSql;
using FlowEngine.Storage.Sqlite;

namespace FlowEngine.Hosting.Databases;

/// <summary>The databases of this build.</summary>
public static partial class DatabaseKinds
{
    public static IReadOnlyList<DatabaseKind> All { get; } = Collect();

    /// <summary>Null where this build has no such database.</summary>
    public static DatabaseKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);

    private static List<DatabaseKind> Collect()
    {
        List<DatabaseKind> kinds =
        [
            new(
                "sqlite",
                "SQLite",
                "Data Source=flowengine.db",
                SqliteServices.IsConnectionString,
                (services, connectionString) => services.AddSqliteStorage(connectionString),
                services => services.AddSqliteSource()),
            new(
                "postgresql",
                "PostgreSQL",
                "Host=db.example;Database=flowengine;Username=flowengine;Password=...",
                PostgreSqlServices.IsConnectionString,
                (services, connectionString) => services.AddPostgreSqlStorage(connectionString),
                services => services.AddPostgreSqlSource()),
        ];
        AddMySql(kinds);
        return kinds;
    }

    /// <summary>Left out of builds with Entity Framework Core 10.</summary>
    static partial void AddMySql(List<DatabaseKind> kinds);
}
