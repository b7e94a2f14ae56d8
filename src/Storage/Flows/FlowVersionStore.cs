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
        var versions = context.FlowVersions.AsNoTracking().Where(row => row.FlowName == name);
        var row = version is { } number
            ? await versions.SingleOrDefaultAsync(row => row.Version == number, cancellationToken)
            : await versions.OrderByDescending(row => row.IsActive).ThenByDescending(row => row.Version).FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : Detail(row);
    }

    /// <summary>One row a flow: its active version, else its newest.</summary>
    public async Task<IReadOnlyList<FlowVersionSummary>> ListAsync(TenantKey tenant, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        var rows = await Summaries(context.FlowVersions).ToListAsync(cancellationToken);
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
        return await Summaries(context.FlowVersions.Where(row => row.FlowName == name && (before == null || row.Version < before)))
            .OrderByDescending(row => row.Version)
            .Take(limit)
            .ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlySet<string>> NamesAsync(TenantKey tenant, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        return (await context.FlowVersions.Select(row => row.FlowName).Distinct().ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
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
            Etag = Etag(draft),
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
        var row = await context.FlowVersions.SingleOrDefaultAsync(row => row.FlowName == name && row.Version == version, cancellationToken);
        if (row is null)
        {
            return false;
        }

        await context.FlowVersions
            .Where(other => other.FlowName == name && other.IsActive && other.Version != version)
            .ExecuteUpdateAsync(set => set.SetProperty(other => other.IsActive, false), cancellationToken);
        row.IsActive = true;
        row.Status = "published";
        row.PublishedAt ??= time.GetUtcNow();
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static IQueryable<FlowVersionSummary> Summaries(IQueryable<FlowVersionRow> rows) => rows.Select(row => new FlowVersionSummary(
        row.FlowName, row.Version, row.IsActive, row.Status, row.Etag, row.CreatedBy, row.Note, row.CreatedAt, row.PublishedAt));

    private static FlowVersionDetail Detail(FlowVersionRow row) => new(
        row.Id,
        new(row.FlowName, row.Version, row.IsActive, row.Status, row.Etag, row.CreatedBy, row.Note, row.CreatedAt, row.PublishedAt),
        row.FlowData,
        row.StartNodeId,
        row.Settings);

    private static string Etag(FlowDraft draft) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{draft.StartNodeId}\n{draft.FlowData}")))[..32];
}
