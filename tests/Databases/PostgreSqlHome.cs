using System.Data.Common;
using Npgsql;

namespace FlowEngine.Databases;

/// <summary>A database of the test process's server.</summary>
public sealed class PostgreSqlHome(PostgreSqlCluster cluster) : DatabaseHome
{
    public string Name { get; } = cluster.NewName();

    public override string Provider => DatabaseNames.PostgreSql;

    public override string ConnectionString => cluster.ConnectionString(Name);

    public override Task<bool> ExistsAsync() => cluster.ExistsAsync(Name);

    public override Task CopyAsync(DatabaseHome template) => cluster.CreateAsync(Name, ((PostgreSqlHome)template).Name);

    public override Task CreateAsync() => cluster.CreateAsync(Name, "template0");

    public override Task<string> ReadOnlyAsync() => Task.FromResult(";Options=-c default_transaction_read_only=on");

    public override DbConnection Open()
    {
        var connection = new NpgsqlConnection($"{ConnectionString};Pooling=false");
        connection.Open();
        return connection;
    }

    public override async ValueTask DisposeAsync() => await cluster.DropAsync(Name);
}
