using System.Data;
using System.Globalization;
using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.Catalog.Search;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.MySql.Connections;
using FlowEngine.Storage.Statements;
using Microsoft.Extensions.Logging;
using MySqlConnector;

namespace FlowEngine.Storage.MySql.Search;

/// <summary>Folds the rows that were changed since they were folded; several processes share the work.</summary>
internal sealed class StaleRows(ISqlReads reads, MySqlConnections connections, TimeProvider time, ILogger<StaleRows> logger)
{
    /// <summary>Rows in one transaction, so that who changes one need not wait long.</summary>
    private const long Rows = 200;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    public async ValueTask FoldAsync(TenantKey tenant, TextTable table, CancellationToken cancellationToken)
    {
        var fold = FoldSql.Of(table);
        try
        {
            var began = time.GetTimestamp();
            while (await AnyAsync(fold, tenant, cancellationToken))
            {
                if (await FoldAsync(fold, tenant, cancellationToken) > 0)
                {
                    continue;
                }

                // Another process has the rest in hand; a program that keeps rows locked is not waited for.
                if (time.GetElapsedTime(began) > s_patience)
                {
                    Log.StaleRowsKept(logger, tenant.TenantId, "database_locked");
                    return;
                }

                await Task.Delay(s_pause, time, cancellationToken);
            }
        }
        catch (Exception fault) when (Code(fault) is { } code)
        {
            // A database that takes no writes still answers from the rows that are folded.
            Log.StaleRowsKept(logger, tenant.TenantId, code);
        }
    }

    private static string? Code(Exception fault) =>
        fault is StorageUnavailableException told ? told.Code : MySqlFaults.Code(fault);

    /// <summary>The rows and their words change together. Which rows is asked first: rows of categories are not to be locked, nor skipped.</summary>
    private async Task<int> FoldAsync(FoldSql fold, TenantKey tenant, CancellationToken cancellationToken)
    {
        await using var connection = await connections.Pool.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        var ids = await ReadAsync(transaction, Take(fold, tenant), row => row.GetInt64(0), cancellationToken);
        if (ids.Count == 0)
        {
            return 0;
        }

        var listed = string.Join(", ", ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));
        var rows = await ReadAsync(
            transaction,
            new SqlStatement($"{fold.Rows} AND r.id IN ({listed})").With("tenant_id", tenant.TenantId),
            row => (Id: row.GetInt64(0), Text: fold.Text(tenant.TenantId, row)),
            cancellationToken);
        await WriteAsync(transaction, [SearchWords.Delete(fold.Table, tenant.TenantId, ids)], cancellationToken);
        foreach (var words in SearchWords.Insert(fold.Table, tenant.TenantId, rows))
        {
            await WriteAsync(transaction, [words], cancellationToken);
        }

        await WriteAsync(transaction, rows.Select(row => Update(fold, tenant, row)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return rows.Count;
    }

    private static SqlStatement Take(FoldSql fold, TenantKey tenant) =>
        new SqlStatement($"SELECT id FROM {fold.Table} WHERE tenant_id = @tenant_id AND search_text IS NULL LIMIT @limit FOR UPDATE SKIP LOCKED")
            .With("tenant_id", tenant.TenantId).With("limit", Rows);

    private static SqlStatement Update(FoldSql fold, TenantKey tenant, (long Id, string Text) row) => new SqlStatement(fold.Update)
        .With("tenant_id", tenant.TenantId).With("id", row.Id).With("search_text", row.Text);

    private async Task<List<T>> ReadAsync<T>(
        MySqlTransaction transaction, SqlStatement statement, Func<MySqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var batch = connections.Batch(transaction.Connection!, statement);
        batch.Transaction = transaction;
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private async Task WriteAsync(MySqlTransaction transaction, IEnumerable<SqlStatement> statements, CancellationToken cancellationToken)
    {
        await using var batch = connections.Batch(transaction.Connection!, statements);
        batch.Transaction = transaction;
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private ValueTask<bool> AnyAsync(FoldSql fold, TenantKey tenant, CancellationToken cancellationToken) =>
        reads.QueryAsync(fold.Any, [("tenant_id", tenant.TenantId)], reader => reader.Read(), cancellationToken);
}
