using FlowEngine.Storage.Database;
using FlowEngine.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Flows;

/// <summary>What a change needs to know of a version: never its document.</summary>
/// <param name="Description">Of the flow.</param>
internal sealed record FlowHead(long Id, int Version, string Etag, string Status, string? Description, string? Settings)
{
    public bool IsDeleted => Status == FlowVersionStatus.Deleted;

    public AuditedVersion Audited => new(Id, Version, Etag);

    public static FlowHead Of(FlowVersionRow row) => new(row.Id, row.Version, row.Etag, row.Status, row.FlowDescription, row.Settings);

    /// <summary>Of all versions, deleted ones too: their numbers are not given again.</summary>
    public static Task<FlowHead?> NewestAsync(FlowEngineDbContext context, string name, CancellationToken cancellationToken) =>
        Heads(context.FlowVersions.Where(row => row.FlowName == name).OrderByDescending(row => row.Version))
            .FirstOrDefaultAsync(cancellationToken);

    public static Task<FlowHead?> ActiveAsync(FlowEngineDbContext context, string name, CancellationToken cancellationToken) =>
        Heads(context.FlowVersions.Where(row => row.FlowName == name && row.IsActive)).SingleOrDefaultAsync(cancellationToken);

    private static IQueryable<FlowHead> Heads(IQueryable<FlowVersionRow> rows) => rows.Select(row =>
        new FlowHead(row.Id, row.Version, row.Etag, row.Status, row.FlowDescription, row.Settings));
}
