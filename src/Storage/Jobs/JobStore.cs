using System.Linq.Expressions;
using FlowEngine.Conversations;
using FlowEngine.Storage.Audit;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Events;
using FlowEngine.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Jobs;

/// <summary>A tenant's jobs as people see them; what a worker does with them is in <see cref="JobQueue"/>.</summary>
public sealed class JobStore(ITenantDb tenants, ISqlWrites writes, TimeProvider clock)
{
    private const string CancelQueued = """
        UPDATE jobs SET state = 'cancelled', cancel_requested_at = @now, finished_at = @now
        WHERE tenant_id = @tenant_id AND id = @id AND state = 'queued'
        """;

    private const string CancelRunning = """
        UPDATE jobs SET cancel_requested_at = @now
        WHERE tenant_id = @tenant_id AND id = @id AND state = 'running' AND cancel_requested_at IS NULL
        """;

    private static readonly Expression<Func<JobRow, JobEntry>> s_summary = row => new JobEntry(
        row.Id, row.PublicId, row.Kind, row.Subject, row.State, row.Done, row.Total, null, row.ErrorCode, row.ErrorDetail,
        row.CancelRequestedAt != null && row.FinishedAt == null, row.CreatedBy, row.CreatedAt, row.StartedAt, row.FinishedAt);

    private static readonly Expression<Func<JobRow, JobEntry>> s_whole = row => new JobEntry(
        row.Id, row.PublicId, row.Kind, row.Subject, row.State, row.Done, row.Total, row.Result, row.ErrorCode, row.ErrorDetail,
        row.CancelRequestedAt != null && row.FinishedAt == null, row.CreatedBy, row.CreatedAt, row.StartedAt, row.FinishedAt);

    /// <summary>Starts the job and writes the audit. One that is to do the same and is not finished is given instead: a call may be repeated.</summary>
    /// <param name="most">Jobs that a tenant may have open.</param>
    /// <returns>Null where the tenant has so many.</returns>
    public async Task<JobEntry?> AddAsync(TenantKey tenant, NewJob job, int most, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        var open = db.Jobs.Where(row => row.State == JobStates.Queued || row.State == JobStates.Running);
        var same = await open
            .Where(row => row.Kind == job.Kind && row.Scope == job.Scope && row.Input == job.Input && row.CancelRequestedAt == null)
            .OrderBy(row => row.Id)
            .Select(s_summary)
            .FirstOrDefaultAsync(cancellationToken);
        if (same is not null)
        {
            return same;
        }

        if (await open.CountAsync(cancellationToken) >= most)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var row = new JobRow
        {
            TenantId = tenant.TenantId, InstanceId = tenant.InstanceId, PublicId = Guid.CreateVersion7(now), Kind = job.Kind, Scope = job.Scope,
            Subject = UnicodeText.Title(job.Subject, 200), Input = job.Input, State = JobStates.Queued, CreatedBy = job.CreatedBy, CreatedAt = now,
        };
        db.Jobs.Add(row);
        AuditTrail.Note(db, tenant, "job.start", $"{job.Kind} {row.PublicId}", job.CreatedBy, now);
        db.ChangeEvents.Add(JobEvents.Row(tenant, "job.queued", row.PublicId, job.Scope, now));
        await db.SaveChangesAsync(cancellationToken);
        return s_summary.Compile()(row);
    }

    /// <summary>Newest first, without results.</summary>
    /// <param name="before">Row id of the last one seen; null begins.</param>
    public async Task<IReadOnlyList<JobEntry>> ListAsync(
        TenantKey tenant, JobFilter filter, long? before, int limit, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        return await Filtered(db, filter)
            .Where(row => before == null || row.Id < before)
            .OrderByDescending(row => row.Id)
            .Take(limit)
            .Select(s_summary)
            .ToListAsync(cancellationToken);
    }

    /// <param name="scopes">Those that the caller has: a job of another is not found.</param>
    public async Task<JobEntry?> FindAsync(TenantKey tenant, IReadOnlyList<string> scopes, Guid id, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        return await Filtered(db, new(scopes)).Where(row => row.PublicId == id).Select(s_whole).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>One that waits is cancelled at once; one that runs when its worker hears of it. A finished one stays as it is.</summary>
    /// <returns>The job afterwards; null where there is no such job.</returns>
    public async Task<JobEntry?> CancelAsync(
        TenantKey tenant, IReadOnlyList<string> scopes, Guid id, string by, CancellationToken cancellationToken)
    {
        if (await FindAsync(tenant, scopes, id, cancellationToken) is not { } job)
        {
            return null;
        }

        if (!JobStates.IsOpen(job.State) || job.IsCancelling)
        {
            return job;
        }

        var now = clock.GetUtcNow();
        await writes.ExecuteAsync(
            [
                new(CancelQueued, ("now", now), ("tenant_id", tenant.TenantId), ("id", job.RowId)),
                new(CancelRunning, ("now", now), ("tenant_id", tenant.TenantId), ("id", job.RowId)),
                JobEvents.Statement(tenant, job.RowId, "job.cancel", id, now),
            ],
            cancellationToken);
        await NoteAsync(tenant, job, by, now, cancellationToken);
        return await FindAsync(tenant, scopes, id, cancellationToken);
    }

    private async Task NoteAsync(TenantKey tenant, JobEntry job, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        AuditTrail.Note(db, tenant, "job.cancel", $"{job.Kind} {job.Id}", by, now);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static IQueryable<JobRow> Filtered(FlowEngineDbContext db, JobFilter filter) => db.Jobs.AsNoTracking().Where(row =>
        filter.Scopes.Contains(row.Scope) && (filter.State == null || row.State == filter.State) && (filter.Kind == null || row.Kind == filter.Kind));
}
