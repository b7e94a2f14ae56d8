using System.Globalization;
using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;
using FlowEngine.Storage.Audit;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Stages;

/// <summary>The tenants' rows of the toggle in the database.</summary>
public sealed class StageStore(ITenantDb tenants, ISqlReads reads, TimeProvider clock) : IStageStore
{
    public const string SetAction = "stage.set";

    private const string List = """
        SELECT t.slug, t.name, g.stage, g.percentage, g.sample, g.reason, g.changed_by, g.updated_at, g.version
        FROM tenants t LEFT JOIN tenant_stages g ON g.tenant_id = t.id AND g.instance_id = @instance_id
        WHERE t.is_active ORDER BY t.slug
        """;

    public ValueTask<IReadOnlyList<TenantStage>> ListAsync(string instanceId, CancellationToken cancellationToken) =>
        reads.QueryAsync<IReadOnlyList<TenantStage>>(
            List,
            [("instance_id", instanceId)],
            reader => reader.All(row => new TenantStage(
                row.GetString(0),
                row.GetString(1),
                row.IsDBNull(2) ? null : Entry(
                    new(row.GetString(2), row.GetInt32(3), row.GetInt32(4)), row.TextOrNull(5), row.TextOrNull(6),
                    row.GetFieldValue<DateTimeOffset>(7), row.GetInt32(8)))),
            cancellationToken);

    public async Task<StageEntry?> GetAsync(TenantKey tenant, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        return await db.Stages.AsNoTracking().FirstOrDefaultAsync(cancellationToken) is { } row ? Entry(row) : null;
    }

    public async Task<StageEntry?> SetAsync(TenantKey tenant, string slug, StageChange change, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        var row = await db.Stages.FirstOrDefaultAsync(cancellationToken);
        if ((row is null ? StageEntry.NoEtag : Entry(row).Etag) != change.ExpectedEtag)
        {
            return null;
        }

        if (row is null)
        {
            row = new TenantStageRow { TenantId = tenant.TenantId, InstanceId = tenant.InstanceId };
            db.Stages.Add(row);
        }

        (row.Stage, row.Percentage, row.Sample) = (change.After.Stage, change.After.Percentage, change.After.Sample);
        (row.Reason, row.ChangedBy, row.UpdatedAt) = (change.Reason, change.ChangedBy, clock.GetUtcNow());
        row.Version++;
        var details = new StageAuditDetails(change.Before, change.After, change.Reason, change.Gate);
        AuditTrail.Note(db, tenant, SetAction, slug, change.ChangedBy, row.UpdatedAt, details.ToJson());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Entry(row);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Either the row's version is another by now, or another row was added first; else it is a fault of the database.
            if ((await GetAsync(tenant, cancellationToken))?.Etag is { } etag && etag != change.ExpectedEtag)
            {
                return null;
            }

            throw;
        }
    }

    private static StageEntry Entry(TenantStageRow row) =>
        Entry(new(row.Stage, row.Percentage, row.Sample), row.Reason, row.ChangedBy, row.UpdatedAt, row.Version);

    /// <summary>In microseconds, as not every database keeps shorter times.</summary>
    private static StageEntry Entry(StageRow stage, string? reason, string? changedBy, DateTimeOffset updatedAt, int version) => new(
        stage, reason, changedBy, updatedAt, string.Create(CultureInfo.InvariantCulture, $"{version}-{updatedAt.UtcTicks / TimeSpan.TicksPerMicrosecond:x}"));
}
