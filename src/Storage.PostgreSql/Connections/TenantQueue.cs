using System.Data.Common;
using System.Globalization;
using FlowEngine.Storage.Database;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FlowEngine.Storage.PostgreSql.Connections;

/// <summary>
/// Transactions of the admin side come one after the other for each tenant, in all processes: what one reads and then writes, such as the
/// next version's number, no other changes in between.
/// </summary>
internal sealed class TenantQueue : DbTransactionInterceptor
{
    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        using var command = Command(connection, result, eventData);
        command.ExecuteNonQuery();
        return result;
    }

    public override async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection, result, eventData);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return result;
    }

    private static DbCommand Command(DbConnection connection, DbTransaction transaction, TransactionEndEventData eventData)
    {
        var tenant = eventData.Context is FlowEngineDbContext rows ? rows.Key.TenantId : 0;
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({AdvisoryLocks.OfTenant(tenant)})");
        return command;
    }
}
