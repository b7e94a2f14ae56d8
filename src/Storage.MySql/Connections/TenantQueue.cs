using System.Data;
using System.Data.Common;
using System.Globalization;
using FlowEngine.Storage.Database;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FlowEngine.Storage.MySql.Connections;

/// <summary>
/// Transactions of the admin side come one after the other for each tenant, in all processes: what one reads and then writes, such as the
/// next version's number, no other changes in between. The row that they wait at goes free with the transaction, however it ends.
/// </summary>
internal sealed class TenantQueue : DbTransactionInterceptor
{
    public override InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result) =>
        InterceptionResult<DbTransaction>.SuppressWithResult(connection.BeginTransaction(IsolationLevel.ReadCommitted));

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default) =>
        InterceptionResult<DbTransaction>.SuppressWithResult(
            await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken));

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

    /// <summary>Of rows that belong to no tenant, all wait at one.</summary>
    private static DbCommand Command(DbConnection connection, DbTransaction transaction, TransactionEndEventData eventData)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = eventData.Context is FlowEngineDbContext rows
            ? string.Create(CultureInfo.InvariantCulture, $"SELECT id FROM tenants WHERE id = {rows.Key.TenantId} FOR UPDATE")
            : "SELECT MigrationId FROM __EFMigrationsHistory FOR UPDATE";
        return command;
    }
}
