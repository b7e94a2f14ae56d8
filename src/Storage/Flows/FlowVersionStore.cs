using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Flows;

/// <summary>Flow versions as they are stored.</summary>
public sealed class FlowVersionStore(ITenantDb db, ISqlReads reads) : IFlowVersions
{
    public async ValueTask<FlowVersionSource?> FindAsync(TenantKey tenant, long versionId, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        var row = await context.FlowVersions.AsNoTracking().SingleOrDefaultAsync(version => version.Id == versionId, cancellationToken);
        return row is null ? null : new(new(row.Id, row.FlowName, row.Version), row.FlowData, row.StartNodeId, row.Settings);
    }

    /// <summary>Null where there is no such version; without a number the active one, else the newest that is not archived.</summary>
    public async Task<FlowVersionDetail?> GetAsync(TenantKey tenant, string name, int? version, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        var versions = context.FlowVersions.AsNoTracking().Present().Where(row => row.FlowName == name);
        var row = version is { } number
            ? await versions.SingleOrDefaultAsync(row => row.Version == number, cancellationToken)
            : await versions.SingleOrDefaultAsync(row => row.IsActive, cancellationToken)
                ?? await versions.Where(row => row.Status != FlowVersionStatus.Archived)
                    .OrderByDescending(row => row.Version).FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : FlowVersionRows.Detail(row);
    }

    /// <summary>The newest version that is not archived; null where there is none.</summary>
    public async Task<FlowVersionDetail?> NewestAsync(TenantKey tenant, string name, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        var row = await context.FlowVersions.AsNoTracking().Present()
            .Where(row => row.FlowName == name && row.Status != FlowVersionStatus.Archived)
            .OrderByDescending(row => row.Version)
            .FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : FlowVersionRows.Detail(row);
    }

    /// <summary>One row a flow, by name: its active version, else its newest that is not archived.</summary>
    /// <param name="after">Name of the last flow seen; null begins.</param>
    public async Task<IReadOnlyList<FlowVersionSummary>> ListAsync(
        TenantKey tenant, string? after, int limit, CancellationToken cancellationToken) =>
        await reads.QueryAsync(
            FlowListQuery.Sql,
            [("tenant_id", tenant.TenantId), ("after", after ?? ""), ("limit", limit)],
            reader => reader.All(FlowListQuery.Read),
            cancellationToken);

    /// <summary>All flows of the tenant.</summary>
    public Task<IReadOnlyList<FlowVersionSummary>> ListAsync(TenantKey tenant, CancellationToken cancellationToken) =>
        ListAsync(tenant, null, int.MaxValue, cancellationToken);

    /// <summary>Newest first.</summary>
    /// <param name="before">Number of the last version seen; null begins.</param>
    public async Task<IReadOnlyList<FlowVersionSummary>> VersionsAsync(
        TenantKey tenant, string name, int? before, int limit, CancellationToken cancellationToken, bool archived = false)
    {
        await using var context = db.Open(tenant);
        return await context.FlowVersions.Present()
            .Where(row => row.FlowName == name && (before == null || row.Version < before)
                && (archived || row.Status != FlowVersionStatus.Archived))
            .OrderByDescending(row => row.Version)
            .Take(limit)
            .Summaries()
            .ToListAsync(cancellationToken);
    }

    /// <summary>Which of these rows are versions of the flow, with their numbers.</summary>
    public async Task<IReadOnlyDictionary<long, int>> NumbersAsync(
        TenantKey tenant, string name, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        return await context.FlowVersions
            .Where(row => row.FlowName == name && ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.Version, cancellationToken);
    }

    public async Task<IReadOnlySet<string>> NamesAsync(TenantKey tenant, CancellationToken cancellationToken) =>
        (await ListAsync(tenant, cancellationToken)).Select(flow => flow.Name).ToHashSet(StringComparer.Ordinal);
}
