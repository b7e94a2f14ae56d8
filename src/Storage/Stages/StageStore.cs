using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Model;
using FlowEngine.Storage.Turns;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Stages;

/// <param name="ChangedBy">Who set it.</param>
public sealed record StageEntry(StageRow Stage, string? Reason, string? ChangedBy, DateTimeOffset UpdatedAt);

/// <summary>The tenants' database rows of the toggle.</summary>
public sealed class StageStore(ITenantDb tenants, TimeProvider clock)
{
    /// <summary>Null where the tenant has no row.</summary>
    public async Task<StageEntry?> GetAsync(TenantKey tenant, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        var row = await db.Stages.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : new(new(row.Stage, row.Percentage, row.Sample), row.Reason, row.ChangedBy, row.UpdatedAt);
    }

    /// <summary>Sets the row and writes the audit with what was there before.</summary>
    public async Task SetAsync(TenantKey tenant, StageRow stage, string? reason, string changedBy, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = tenants.Open(tenant);
        var row = await db.Stages.FirstOrDefaultAsync(cancellationToken);
        var before = row is null ? "none" : $"{row.Stage} {row.Percentage}%";
        if (row is null)
        {
            row = new TenantStageRow { TenantId = tenant.TenantId, InstanceId = tenant.InstanceId };
            db.Stages.Add(row);
        }

        (row.Stage, row.Percentage, row.Sample) = (stage.Stage, stage.Percentage, stage.Sample);
        (row.Reason, row.ChangedBy, row.UpdatedAt) = (reason, changedBy, now);
        db.AuditLogs.Add(new()
        {
            TenantId = tenant.TenantId, InstanceId = tenant.InstanceId, Actor = changedBy, Action = "stage.set",
            Subject = $"{before} -> {stage.Stage} {stage.Percentage}%", CreatedAt = now,
        });
        await db.SaveChangesAsync(cancellationToken);
    }
}
