using FlowEngine.Conversations;
using FlowEngine.Storage.Audit;
using FlowEngine.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Secrets;

/// <summary>A tenant's secrets as they are stored, encrypted; every change is audited, without the value.</summary>
public sealed class TenantSecretStore(ITenantDb tenants, TimeProvider clock)
{
    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<TenantSecretEntry>> ListAsync(TenantKey tenant, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        return await db.Secrets.OrderBy(row => row.Name)
            .Select(row => new TenantSecretEntry(row.Name, row.CreatedAt, row.UpdatedAt))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The encrypted values by name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ValuesAsync(TenantKey tenant, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        return await db.Secrets.AsNoTracking().ToDictionaryAsync(row => row.Name, row => row.Value, StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>Adds or replaces.</summary>
    /// <param name="most">How many the tenant may have.</param>
    /// <returns>What is stored, and whether it is new; null where there would be too many.</returns>
    public async Task<(TenantSecretEntry Entry, bool IsNew)?> PutAsync(
        TenantKey tenant, string name, string value, int most, string changedBy, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        var now = clock.GetUtcNow();
        var row = await db.Secrets.SingleOrDefaultAsync(row => row.Name == name, cancellationToken);
        var isNew = row is null;
        if (row is null)
        {
            if (await db.Secrets.CountAsync(cancellationToken) >= most)
            {
                return null;
            }

            row = new() { TenantId = tenant.TenantId, InstanceId = tenant.InstanceId, Name = name, CreatedAt = now };
            db.Secrets.Add(row);
        }

        (row.Value, row.UpdatedAt) = (value, now);
        AuditTrail.Note(db, tenant, "secret.put", name, changedBy, now);
        await db.SaveChangesAsync(cancellationToken);
        return (new(name, row.CreatedAt, row.UpdatedAt), isNew);
    }

    /// <summary>False where there is none of the name.</summary>
    public async Task<bool> DeleteAsync(TenantKey tenant, string name, string changedBy, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        if (await db.Secrets.SingleOrDefaultAsync(row => row.Name == name, cancellationToken) is not { } row)
        {
            return false;
        }

        db.Secrets.Remove(row);
        AuditTrail.Note(db, tenant, "secret.delete", name, changedBy, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
