using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FlowEngine.Storage.Sqlite.Connections;

/// <summary>Sets up the connections of contexts as all others are.</summary>
internal sealed class SessionPragmas(SqliteConnections connections) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => connections.SetUp(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        connections.SetUp(connection);
        return Task.CompletedTask;
    }
}
