using System.Security.Cryptography;
using System.Text;
using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Flows;

/// <summary>Flow versions. A version's document never changes once it was saved; of a name at most one version is active.</summary>
public sealed class FlowVersionStore(ITenantDb db, TimeProvider time) : IFlowVersions
{
    private const string Published = "published";
    private const string Deleted = "deleted";

    public async ValueTask<FlowVersionSource?> FindAsync(TenantKey tenant, long versionId, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        var row = await context.FlowVersions.AsNoTracking().SingleOrDefaultAsync(version => version.Id == versionId, cancellationToken);
        return row is null ? null : new(new(row.Id, row.FlowName, row.Version), row.FlowData, row.StartNodeId, row.Settings);
    }

    /// <summary>Null where there is no such version; without a number the active one, else the newest.</summary>
    public async Task<FlowVersionDetail?> GetAsync(TenantKey tenant, string name, int? version, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        var versions = Present(context).AsNoTracking().Where(row => row.FlowName == name);
        var row = version is { } number
            ? await versions.SingleOrDefaultAsync(row => row.Version == number, cancellationToken)
            : await versions.OrderByDescending(row => row.IsActive).ThenByDescending(row => row.Version).FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : Detail(row);
    }

    /// <summary>One row a flow: its active version, else its newest.</summary>
    public async Task<IReadOnlyList<FlowVersionSummary>> ListAsync(TenantKey tenant, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        var rows = await Summaries(Present(context)).ToListAsync(cancellationToken);
        return [.. rows
            .GroupBy(row => row.Name, StringComparer.Ordinal)
            .Select(flow => flow.OrderByDescending(row => row.IsActive).ThenByDescending(row => row.Version).First())
            .OrderBy(row => row.Name, StringComparer.Ordinal)];
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<FlowVersionSummary>> VersionsAsync(
        TenantKey tenant, string name, int? before, int limit, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        return await Summaries(Present(context)
                .Where(row => row.FlowName == name && (before == null || row.Version < before))
                .OrderByDescending(row => row.Version)
                .Take(limit))
            .ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlySet<string>> NamesAsync(TenantKey tenant, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        return (await Present(context).Select(row => row.FlowName).Distinct().ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Saves a draft as the next version of the name.</summary>
    /// <param name="expectedEtag">Of the newest version; null saves whatever the newest is.</param>
    /// <returns>Null where the newest version has another ETag by now.</returns>
    public async Task<FlowVersionDetail?> SaveDraftAsync(
        TenantKey tenant, FlowDraft draft, string? expectedEtag, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var newest = await context.FlowVersions
            .Where(row => row.FlowName == draft.Name)
            .OrderByDescending(row => row.Version)
            .FirstOrDefaultAsync(cancellationToken);
        if (expectedEtag is not null && newest?.Etag != expectedEtag)
        {
            return null;
        }

        var row = new FlowVersionRow
        {
            TenantId = tenant.TenantId,
            FlowName = draft.Name,
            Version = (newest?.Version ?? 0) + 1,
            FlowDescription = newest?.FlowDescription,
            FlowData = draft.FlowData,
            StartNodeId = draft.StartNodeId,
            Status = "draft",
            Etag = Etag(draft.FlowData, draft.StartNodeId, newest?.Settings),
            Settings = newest?.Settings,
            CreatedBy = draft.Author,
            Note = draft.Note,
            CreatedAt = time.GetUtcNow(),
        };
        context.FlowVersions.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Detail(row);
    }

    /// <summary>Makes the version the active one of its name. False where there is no such version.</summary>
    public async Task<bool> PublishAsync(TenantKey tenant, string name, int version, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var row = await Present(context).SingleOrDefaultAsync(row => row.FlowName == name && row.Version == version, cancellationToken);
        if (row is null)
        {
            return false;
        }

        await context.FlowVersions
            .Where(other => other.FlowName == name && other.IsActive && other.Version != version)
            .ExecuteUpdateAsync(set => set.SetProperty(other => other.IsActive, false), cancellationToken);
        row.IsActive = true;
        row.Status = Published;
        row.PublishedAt = time.GetUtcNow();
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Publishes the version that was active before. Null where there is none.</summary>
    public async Task<int?> RollbackAsync(TenantKey tenant, string name, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        var before = await context.FlowVersions
            .Where(row => row.FlowName == name && !row.IsActive && row.Status == Published)
            .OrderByDescending(row => row.PublishedAt)
            .Select(row => (int?)row.Version)
            .FirstOrDefaultAsync(cancellationToken);
        return before is { } version && await PublishAsync(tenant, name, version, cancellationToken) ? version : null;
    }

    /// <summary>Settings may change under a version; its ETag changes with them. Null where there is no such version.</summary>
    /// <param name="settings">JSON.</param>
    public async Task<FlowVersionDetail?> SetSettingsAsync(
        TenantKey tenant, string name, int version, string? settings, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        var row = await context.FlowVersions.SingleOrDefaultAsync(row => row.FlowName == name && row.Version == version, cancellationToken);
        if (row is null)
        {
            return null;
        }

        row.Settings = settings;
        row.Etag = Etag(row.FlowData, row.StartNodeId, settings);
        await context.SaveChangesAsync(cancellationToken);
        return Detail(row);
    }

    /// <summary>Takes the flow out of use and out of lists; its rows stay for the walks that are pinned to them.</summary>
    public async Task<bool> DeleteAsync(TenantKey tenant, string name, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        return await Present(context).Where(row => row.FlowName == name).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.IsActive, false).SetProperty(row => row.Status, Deleted), cancellationToken) > 0;
    }

    private static IQueryable<FlowVersionRow> Present(FlowEngineDbContext context) =>
        context.FlowVersions.Where(row => row.Status != Deleted);

    private static IQueryable<FlowVersionSummary> Summaries(IQueryable<FlowVersionRow> rows) => rows.Select(row => new FlowVersionSummary(
        row.FlowName, row.Version, row.IsActive, row.Status, row.Etag, row.CreatedBy, row.Note, row.CreatedAt, row.PublishedAt));

    private static FlowVersionDetail Detail(FlowVersionRow row) => new(
        row.Id,
        new(row.FlowName, row.Version, row.IsActive, row.Status, row.Etag, row.CreatedBy, row.Note, row.CreatedAt, row.PublishedAt),
        row.FlowData,
        row.StartNodeId,
        row.Settings);

    private static string Etag(string document, string? startNodeId, string? settings) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{startNodeId}\0{settings}\0{document}")))[..32];
}
