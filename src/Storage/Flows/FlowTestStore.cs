using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Flows;

/// <summary>The conversation tests of a tenant's flows; every change is audited.</summary>
public sealed class FlowTestStore(ITenantDb tenants, TimeProvider clock)
{
    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<FlowTestEntry>> ListAsync(TenantKey tenant, string flow, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        var rows = await db.FlowTests.AsNoTracking().Where(row => row.FlowName == flow).OrderBy(row => row.Name).ToListAsync(cancellationToken);
        return [.. rows.Select(Entry)];
    }

    public async Task<FlowTestEntry?> FindAsync(TenantKey tenant, string flow, string name, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        return await db.FlowTests.AsNoTracking().SingleOrDefaultAsync(row => row.FlowName == flow && row.Name == name, cancellationToken) is { } row
            ? Entry(row)
            : null;
    }

    /// <summary>Adds or replaces.</summary>
    /// <param name="limit">Tests that one flow may have.</param>
    /// <returns>Null where the flow has as many as it may.</returns>
    public async Task<(FlowTestEntry Entry, bool IsNew)?> PutAsync(
        TenantKey tenant, FlowTestEntry test, int limit, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        var row = await db.FlowTests.SingleOrDefaultAsync(row => row.FlowName == test.Flow && row.Name == test.Name, cancellationToken);
        var (isNew, now) = (row is null, clock.GetUtcNow());
        if (row is null)
        {
            if (await db.FlowTests.CountAsync(row => row.FlowName == test.Flow, cancellationToken) >= limit)
            {
                return null;
            }

            row = new FlowTestRow { TenantId = tenant.TenantId, FlowName = test.Flow, Name = test.Name, CreatedAt = now };
            db.FlowTests.Add(row);
        }

        (row.Script, row.CreatedBy, row.UpdatedAt) = (test.Script, test.Author, now);
        Audit(db, tenant, "flow_test.put", test.Flow, test.Name, test.Author);
        await db.SaveChangesAsync(cancellationToken);
        return (Entry(row), isNew);
    }

    /// <summary>False where there is none of the name.</summary>
    public async Task<bool> DeleteAsync(TenantKey tenant, string flow, string name, string author, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        if (await db.FlowTests.SingleOrDefaultAsync(row => row.FlowName == flow && row.Name == name, cancellationToken) is not { } row)
        {
            return false;
        }

        db.FlowTests.Remove(row);
        Audit(db, tenant, "flow_test.delete", flow, name, author);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private void Audit(FlowEngineDbContext db, TenantKey tenant, string action, string flow, string name, string? author) =>
        db.AuditLogs.Add(new()
        {
            TenantId = tenant.TenantId,
            InstanceId = tenant.InstanceId,
            Actor = author ?? "",
            Action = action,
            Subject = $"{flow}/{name}",
            CreatedAt = clock.GetUtcNow(),
        });

    private static FlowTestEntry Entry(FlowTestRow row) => new(row.FlowName, row.Name, row.Script, row.CreatedBy, row.UpdatedAt);
}
