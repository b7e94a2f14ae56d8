using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FlowEngine.Storage.Sqlite.Connections;

internal sealed class SessionPragmas(SqliteConnections connections) : DbConnectionInterceptor
{
    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        connections.Damage.ThrowIfFound(connections.OpenRead);
        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        connections.Damage.ThrowIfFound(connections.OpenRead);
        return new(result);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    private void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = connections.SessionPragmas;
        command.ExecuteNonQuery();
    }
}
