using System.Data.Common;
using FlowEngine.Chat.Turns;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace FlowEngine.Storage.PostgreSql.Connections;

/// <summary>What <see cref="PostgreSqlConnections.UseAsync"/> does for statements by hand, for those of contexts.</summary>
internal sealed class ContextConnections(PostgreSqlConnections connections) : DbCommandInterceptor
{
    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Judge(command, eventData.Exception);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Judge(command, eventData.Exception);
        return Task.CompletedTask;
    }

    private void Judge(DbCommand command, Exception fault)
    {
        if (PostgreSqlFaults.IsServers(fault))
        {
            return;
        }

        connections.Pool.Clear();
        if (command.Connection is NpgsqlConnection connection && PostgreSqlFaults.IsBroken(fault, connection))
        {
            throw new StorageUnavailableException("database_unavailable", fault);
        }
    }
}
