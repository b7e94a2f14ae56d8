using FlowEngine.Conversations;
using FlowEngine.Storage.Audit;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Assistants;

/// <summary>The admin side of a tenant's AI configurations; every change is audited.</summary>
public sealed class AiConfigurationStore(ITenantDb tenants, TimeProvider clock)
{
    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<AiConfigurationEntry>> ListAsync(TenantKey tenant, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        return [.. (await db.AiConfigurations.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellationToken)).Select(Entry)];
    }

    public async Task<AiConfigurationEntry?> FindAsync(TenantKey tenant, string name, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        return await db.AiConfigurations.AsNoTracking().SingleOrDefaultAsync(row => row.Name == name, cancellationToken) is { } row
            ? Entry(row)
            : null;
    }

    /// <summary>Adds or replaces; a new default one takes the place of the old.</summary>
    /// <returns>What is stored, and whether it is new.</returns>
    public async Task<(AiConfigurationEntry Entry, bool IsNew)> PutAsync(
        TenantKey tenant, AiConfigurationEntry entry, string changedBy, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        var rows = await db.AiConfigurations.Where(row => row.Name == entry.Name || row.IsDefault).ToListAsync(cancellationToken);
        var row = rows.Find(row => row.Name == entry.Name);
        var isNew = row is null;
        if (row is null)
        {
            row = new AiConfigurationRow { TenantId = tenant.TenantId, Name = entry.Name };
            db.AiConfigurations.Add(row);
        }

        foreach (var other in rows.Where(other => entry.IsDefault && other != row))
        {
            other.IsDefault = false;
        }

        (row.Provider, row.ModelName, row.Settings) = (entry.Provider, entry.ModelName, entry.Settings);
        (row.IsActive, row.IsDefault, row.Priority) = (entry.IsActive, entry.IsDefault, entry.Priority);
        row.UpdatedAt = clock.GetUtcNow();
        Audit(db, tenant, "ai_configuration.put", entry.Name, changedBy);
        await db.SaveChangesAsync(cancellationToken);
        return (Entry(row), isNew);
    }

    /// <summary>False where there is none of the name.</summary>
    public async Task<bool> DeleteAsync(TenantKey tenant, string name, string changedBy, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        if (await db.AiConfigurations.SingleOrDefaultAsync(row => row.Name == name, cancellationToken) is not { } row)
        {
            return false;
        }

        db.AiConfigurations.Remove(row);
        Audit(db, tenant, "ai_configuration.delete", name, changedBy);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private void Audit(FlowEngineDbContext db, TenantKey tenant, string action, string name, string changedBy) =>
        AuditTrail.Note(db, tenant, action, name, changedBy, clock.GetUtcNow());

    private static AiConfigurationEntry Entry(AiConfigurationRow row) => new(
        row.Name, row.Provider, row.ModelName, row.IsActive, row.IsDefault, row.Priority, row.Settings, row.UpdatedAt);
}
