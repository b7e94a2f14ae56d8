using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Audit;

/// <summary>Who changed what of a tenant.</summary>
public sealed class AuditStore(ITenantDb db)
{
    /// <summary>Newest first.</summary>
    /// <param name="before">Id of the last one seen; null begins.</param>
    public async Task<IReadOnlyList<AuditEntry>> ListAsync(
        TenantKey tenant, AuditFilter filter, long? before, int limit, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        var rows = context.AuditLogs.Where(row => before == null || row.Id < before);
        if (filter.Action is { } action)
        {
            rows = rows.Where(row => row.Action == action);
        }

        if (filter.Entity is { } entity)
        {
            var prefix = $"{entity}.";
            rows = rows.Where(row => row.Action.StartsWith(prefix));
        }

        if (filter.Subject is { } subject)
        {
            rows = rows.Where(row => row.Subject == subject);
        }

        return await rows
            .OrderByDescending(row => row.Id)
            .Take(limit)
            .Select(row => new AuditEntry(row.Id, row.Actor, row.Action, row.Subject, row.Details, row.CreatedAt, row.Status, row.Code, row.DurationMs))
            .ToListAsync(cancellationToken);
    }
}
