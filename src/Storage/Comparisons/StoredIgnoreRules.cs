using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Comparisons;

/// <summary>A tenant's ignore rules.</summary>
public sealed class StoredIgnoreRules(ITenantDb tenants, TimeProvider clock)
{
    public async Task<IReadOnlyList<IgnoreRuleRow>> AllAsync(TenantKey tenant, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        return await db.IgnoreRules.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Adds the rule and writes the audit.</summary>
    /// <returns>The row with its id.</returns>
    public async Task<IgnoreRuleRow> AddAsync(TenantKey tenant, IgnoreRuleRow rule, string actor, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        (rule.TenantId, rule.InstanceId, rule.CreatedAt) = (tenant.TenantId, tenant.InstanceId, clock.GetUtcNow());
        db.IgnoreRules.Add(rule);
        db.AuditLogs.Add(Audit(tenant, actor, "ignore_rule.add", $"{rule.Field} until {rule.ExpiresAt:yyyy-MM-dd}: {rule.Reason}"));
        await db.SaveChangesAsync(cancellationToken);
        return rule;
    }

    /// <returns>False where the tenant has no such rule.</returns>
    public async Task<bool> RemoveAsync(TenantKey tenant, long id, string actor, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        if (await db.IgnoreRules.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } rule)
        {
            return false;
        }

        db.IgnoreRules.Remove(rule);
        db.AuditLogs.Add(Audit(tenant, actor, "ignore_rule.remove", $"{rule.Field}: {rule.Reason}"));
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private AuditRow Audit(TenantKey tenant, string actor, string action, string subject) => new()
    {
        TenantId = tenant.TenantId, InstanceId = tenant.InstanceId, Actor = actor, Action = action,
        Subject = UnicodeText.Title(subject, 200), CreatedAt = clock.GetUtcNow(),
    };
}
