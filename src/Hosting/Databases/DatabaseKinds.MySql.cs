using FlowEngine.Storage.MySql;

namespace FlowEngine.Hosting.Databases;

public static partial class DatabaseKinds
{
    static partial void AddMySql(List<DatabaseKind> kinds) => kinds.Add(new(
        "mysql",
        "MySQL",
        "Server=db.example;Database=flowengine;User ID=flowengine;Password=...",
        MySqlServices.IsConnectionString,
        (services, connectionString) => services.AddMySqlStorage(connectionString),
        services => services.AddMySqlSource()));
}
