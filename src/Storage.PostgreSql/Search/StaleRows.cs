using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.Catalog.Search;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.PostgreSql.Connections;
using FlowEngine.Storage.Statements;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FlowEngine.Storage.PostgreSql.Search;

/// <summary>Folds the rows that were changed since they were folded; several processes share the work.</summary>
internal sealed class StaleRows(ISqlReads reads, PostgreSqlConnections connections, TimeProvider time, ILogger<StaleRows> logger)
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
        fault is StorageUnavailableException told ? told.Code : PostgreSqlFaults.Code(fault);

    private Task<int> FoldAsync(FoldSql fold, TenantKey tenant, CancellationToken cancellationToken) =>
        connections.UseAsync(connection => FoldAsync(connection, fold, tenant, cancellationToken), cancellationToken);

    private async Task<int> FoldAsync(NpgsqlConnection connection, FoldSql fold, TenantKey tenant, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var rows = await TakeAsync(connection, fold, tenant, cancellationToken);
        if (rows.Count > 0)
        {
            var update = new SqlStatement(Update(fold)).With("tenant_id", tenant.TenantId)
                .WithEach("ids", SqlType.Long, rows.Select(row => (object?)row.Id)).WithEach("texts", SqlType.Text, rows.Select(row => row.Text));
            await using var batch = connections.Batch(connection, update);
            await batch.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return rows.Count;
    }

    private static string Update(FoldSql fold) => $"""
        UPDATE {fold.Table} r SET search_text = n.text FROM unnest(@ids, @texts) AS n (id, text)
        WHERE r.tenant_id = @tenant_id AND r.id = n.id
        """;

    private async Task<List<(long Id, string? Text)>> TakeAsync(
        NpgsqlConnection connection, FoldSql fold, TenantKey tenant, CancellationToken cancellationToken)
    {
        var take = new SqlStatement($"{fold.Stale} FOR UPDATE OF r SKIP LOCKED").With("tenant_id", tenant.TenantId).With("limit", Rows);
        await using var batch = connections.Batch(connection, take);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var rows = new List<(long, string?)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add((reader.GetInt64(0), SearchVector.Bounded(fold.Text(tenant.TenantId, reader))));
        }

        return rows;
    }

    private ValueTask<bool> AnyAsync(FoldSql fold, TenantKey tenant, CancellationToken cancellationToken) =>
        reads.QueryAsync(fold.Any, [("tenant_id", tenant.TenantId)], reader => reader.Read(), cancellationToken);
}
