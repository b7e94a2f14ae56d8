using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.Catalog.Search;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Sqlite.Connections;
using FlowEngine.Storage.Sqlite.Turns;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Storage.Sqlite.Search;

/// <summary>Folds the rows that were changed since they were folded, in the writer's transactions.</summary>
internal sealed class StaleRows(ISqlReads reads, WriteLoop writer, ILogger<StaleRows> logger)
{
    /// <summary>Rows in one go, so that turns need not wait long.</summary>
    private const int Rows = 200;

    public async ValueTask FoldAsync(TenantKey tenant, TextTable table, CancellationToken cancellationToken)
    {
        var fold = FoldSql.Of(table);
        try
        {
            while (await AnyAsync(fold, tenant, cancellationToken))
            {
                await writer.WriteAsync(db => (Fold(db, fold, tenant), true), 0, cancellationToken);
            }
        }
        catch (StorageUnavailableException fault)
        {
            // A database that takes no writes still answers from the rows that are folded.
            Log.StaleRowsKept(logger, tenant.TenantId, fault.Code);
        }
    }

    private static int Fold(StatementCache db, FoldSql fold, TenantKey tenant)
    {
        var rows = new List<(long Id, string Text)>();
        using (var reader = db.Get(fold.Stale, [("tenant_id", tenant.TenantId), ("limit", (long)Rows)]).ExecuteReader())
        {
            while (reader.Read())
            {
                rows.Add((reader.GetInt64(0), fold.Text(tenant.TenantId, reader)));
            }
        }

        foreach (var (id, text) in rows)
        {
            db.Execute(fold.Update, ("search_text", text), ("tenant_id", tenant.TenantId), ("id", id));
        }

        return rows.Count;
    }

    private ValueTask<bool> AnyAsync(FoldSql fold, TenantKey tenant, CancellationToken cancellationToken) =>
        reads.QueryAsync(fold.Any, [("tenant_id", tenant.TenantId)], reader => reader.Read(), cancellationToken);
}
