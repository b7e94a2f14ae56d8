using FlowEngine.Conversations;
using FlowEngine.Storage.Audit;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Flows;

/// <summary>
/// Changes of flows, each one transaction with its row of the audit. A version never changes once it was saved, but for whether it is
/// active or archived; of a name at most one version is active, which the database enforces.
/// </summary>
public sealed class FlowVersionChanges(ITenantDb db, TimeProvider time)
{
    /// <summary>Saves a draft as the next version of the name.</summary>
    /// <param name="expectedEtag">Of the newest version; <c>*</c>: there must be one; null saves whatever the newest is.</param>
    /// <returns>Null where the newest version has another ETag by now.</returns>
    public async Task<FlowVersionDetail?> SaveDraftAsync(
        TenantKey tenant, FlowDraft draft, string? expectedEtag, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var newest = await FlowHead.NewestAsync(context, draft.Name, cancellationToken);
        if (!Matches(expectedEtag, newest))
        {
            return null;
        }

        var row = await AddAsync(context, tenant, newest, draft, newest?.Settings, cancellationToken);
        Audit(context, tenant, "flow.save", draft.Name, draft.Author, new(newest?.Audited, AuditedVersion.Of(row)) { Note = draft.Note });
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return FlowVersionRows.Detail(row);
    }

    /// <summary>Makes the version the active one of its name. Where it is so already nothing is done.</summary>
    /// <param name="order"><see cref="FlowChangeCommand.ExpectedEtag"/> is compared with this version's ETag.</param>
    public async Task<FlowChangeResult> PublishAsync(
        TenantKey tenant, string name, int version, FlowChangeCommand order, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(context, name, version, cancellationToken) is not { } row)
        {
            return new(FlowChangeOutcome.NotFound);
        }

        if (row.Status == FlowVersionStatus.Archived)
        {
            return new(FlowChangeOutcome.Archived);
        }

        if (!Matches(order.ExpectedEtag, FlowHead.Of(row)))
        {
            return new(FlowChangeOutcome.Changed);
        }

        if (!row.IsActive)
        {
            var before = await ActivateAsync(context, row, cancellationToken);
            Audit(context, tenant, "flow.publish", name, order.Author, Details(before, row, order));
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return new(FlowChangeOutcome.Done, FlowVersionRows.Summary(row));
    }

    /// <summary>Saves a copy of the version as the next one, and makes that the active one.</summary>
    /// <param name="order"><see cref="FlowChangeCommand.ExpectedEtag"/> is compared with the newest version's ETag.</param>
    public async Task<FlowChangeResult> RollBackAsync(
        TenantKey tenant, string name, int version, FlowChangeCommand order, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(context, name, version, cancellationToken) is not { } source)
        {
            return new(FlowChangeOutcome.NotFound);
        }

        var newest = await FlowHead.NewestAsync(context, name, cancellationToken);
        if (!Matches(order.ExpectedEtag, newest))
        {
            return new(FlowChangeOutcome.Changed);
        }

        var copy = new FlowDraft(name, source.FlowData, source.StartNodeId, order.Author, order.Note);
        var row = await AddAsync(context, tenant, newest, copy, source.Settings, cancellationToken);
        var before = await ActivateAsync(context, row, cancellationToken);
        var details = Details(before, row, order) with { CopyOf = AuditedVersion.Of(source) };
        Audit(context, tenant, "flow.rollback", name, order.Author, details);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(FlowChangeOutcome.Done, FlowVersionRows.Summary(row));
    }

    /// <summary>Saves the version with other settings as the next draft. Where it has these settings already nothing is done.</summary>
    /// <param name="settings">JSON; null: none of its own.</param>
    /// <param name="order"><see cref="FlowChangeCommand.ExpectedEtag"/> is compared with this version's ETag.</param>
    public async Task<FlowChangeResult> SaveSettingsAsync(
        TenantKey tenant, string name, int version, string? settings, FlowChangeCommand order, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(context, name, version, cancellationToken) is not { } source)
        {
            return new(FlowChangeOutcome.NotFound);
        }

        if (!Matches(order.ExpectedEtag, FlowHead.Of(source)))
        {
            return new(FlowChangeOutcome.Changed);
        }

        if (settings == source.Settings)
        {
            return new(FlowChangeOutcome.Done, FlowVersionRows.Summary(source));
        }

        var newest = await FlowHead.NewestAsync(context, name, cancellationToken);
        var copy = new FlowDraft(name, source.FlowData, source.StartNodeId, order.Author, order.Note);
        var row = await AddAsync(context, tenant, newest, copy, settings, cancellationToken);
        Audit(context, tenant, "flow.settings", name, order.Author, new(AuditedVersion.Of(source), AuditedVersion.Of(row)) { Note = order.Note });
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(FlowChangeOutcome.Done, FlowVersionRows.Summary(row));
    }

    /// <summary>Takes a version that is not active out of lists; walks that are pinned to it go on. Where it is so already nothing is done.</summary>
    /// <param name="order"><see cref="FlowChangeCommand.ExpectedEtag"/> is compared with this version's ETag.</param>
    public async Task<FlowChangeResult> ArchiveAsync(
        TenantKey tenant, string name, int version, FlowChangeCommand order, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(context, name, version, cancellationToken) is not { } row)
        {
            return new(FlowChangeOutcome.NotFound);
        }

        if (!Matches(order.ExpectedEtag, FlowHead.Of(row)))
        {
            return new(FlowChangeOutcome.Changed);
        }

        if (row.IsActive)
        {
            return new(FlowChangeOutcome.Active);
        }

        if (row.Status != FlowVersionStatus.Archived)
        {
            row.Status = FlowVersionStatus.Archived;
            Audit(context, tenant, "flow.archive", name, order.Author, new(AuditedVersion.Of(row), null));
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return new(FlowChangeOutcome.Done, FlowVersionRows.Summary(row));
    }

    /// <summary>Takes the flow out of use and out of lists; its rows stay for the walks that are pinned to them.</summary>
    /// <returns>False where there is no such flow.</returns>
    public async Task<bool> DeleteAsync(TenantKey tenant, string name, string author, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var before = await FlowHead.ActiveAsync(context, name, cancellationToken)
            ?? await FlowHead.NewestAsync(context, name, cancellationToken);
        var deleted = await context.FlowVersions.Present().Where(row => row.FlowName == name).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.IsActive, false).SetProperty(row => row.Status, FlowVersionStatus.Deleted), cancellationToken);
        if (deleted == 0)
        {
            return false;
        }

        Audit(context, tenant, "flow.delete", name, author, new(before?.Audited, null));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static Task<FlowVersionRow?> FindAsync(FlowEngineDbContext context, string name, int version, CancellationToken cancellationToken) =>
        context.FlowVersions.Present().SingleOrDefaultAsync(row => row.FlowName == name && row.Version == version, cancellationToken);

    /// <summary>Saved at once, so that it has its id.</summary>
    private async Task<FlowVersionRow> AddAsync(
        FlowEngineDbContext context, TenantKey tenant, FlowHead? newest, FlowDraft draft, string? settings, CancellationToken cancellationToken)
    {
        var row = new FlowVersionRow
        {
            TenantId = tenant.TenantId,
            FlowName = draft.Name,
            Version = (newest?.Version ?? 0) + 1,
            FlowDescription = newest?.Description,
            FlowData = draft.FlowData,
            StartNodeId = draft.StartNodeId,
            Status = FlowVersionStatus.Draft,
            Etag = FlowVersionRows.Etag(draft.FlowData, draft.StartNodeId, settings),
            Settings = settings,
            CreatedBy = draft.Author,
            Note = draft.Note,
            CreatedAt = time.GetUtcNow(),
        };
        context.FlowVersions.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return row;
    }

    /// <returns>The version that was active until now.</returns>
    private async Task<FlowHead?> ActivateAsync(FlowEngineDbContext context, FlowVersionRow row, CancellationToken cancellationToken)
    {
        var before = await FlowHead.ActiveAsync(context, row.FlowName, cancellationToken);
        await context.FlowVersions
            .Where(other => other.FlowName == row.FlowName && other.IsActive)
            .ExecuteUpdateAsync(set => set.SetProperty(other => other.IsActive, false), cancellationToken);
        row.IsActive = true;
        row.Status = FlowVersionStatus.Published;
        row.PublishedAt = time.GetUtcNow();
        return before;
    }

    private void Audit(
        FlowEngineDbContext context, TenantKey tenant, string action, string name, string? author, FlowAuditDetails details) =>
        AuditTrail.Note(context, tenant, action, name, author ?? "", time.GetUtcNow(), details.ToJson());

    private static FlowAuditDetails Details(FlowHead? before, FlowVersionRow after, FlowChangeCommand order) =>
        new(before?.Audited, AuditedVersion.Of(after)) { Note = order.Note, Override = order.Override, FailedTests = order.FailedTests };

    private static bool Matches(string? expected, FlowHead? there) => expected switch
    {
        null => true,
        _ when there is null or { IsDeleted: true } => false,
        FlowChangeCommand.AnyEtag => true,
        _ => expected == there.Etag,
    };
}
