using System.Data.Common;
using FlowEngine.Chat.Jobs;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Jobs;

/// <summary>
/// The open jobs of all tenants: a claim of background work. A worker holds one by a lease, which it renews; where it dies, another takes the job
/// when the lease is over. What a worker writes names the attempt, so that one which stood still meanwhile writes nothing.
/// </summary>
public sealed class JobQueue(ISqlReads reads, ISqlWrites writes, TimeProvider clock)
{
    private const string Mine = "tenant_id = @tenant_id AND id = @id AND state = 'running' AND attempts = @attempts";

    private const string Take = """
        UPDATE jobs SET state = 'running', attempts = attempts + 1, holder = @holder, lease_until = @lease_until, done = 0, total = NULL,
          started_at = COALESCE(started_at, @now)
        WHERE tenant_id = @tenant_id AND id = @id AND state IN ('queued', 'running') AND attempts = @attempts
        """;

    private const string Renew = $"UPDATE jobs SET lease_until = @lease_until, done = @done, total = @total WHERE {Mine}";

    private const string Return =
        $"UPDATE jobs SET state = 'queued', holder = NULL, lease_until = NULL, attempts = attempts - 1 WHERE {Mine}";

    private const string Finish = $"""
        UPDATE jobs SET state = @state, lease_until = NULL, done = @done, total = @total, result = @result, error_code = @error_code,
          error_detail = @error_detail, finished_at = @now
        WHERE {Mine}
        """;

    private const string Cancelled = $"SELECT cancel_requested_at FROM jobs WHERE {Mine}";

    /// <param name="kinds">Those that this process can run.</param>
    /// <param name="holder">This process.</param>
    /// <returns>Those that it now has, of different tenants first.</returns>
    public async Task<IReadOnlyList<LeasedJob>> TakeAsync(
        string instanceId, IReadOnlyList<string> kinds, string holder, int limit, TimeSpan lease, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var open = await OpenAsync(instanceId, kinds, holder, now, cancellationToken);
        var chosen = open
            .GroupBy(job => job.Tenant)
            .SelectMany(jobs => jobs.Index())
            .OrderBy(job => job.Index)
            .ThenBy(job => job.Item.RowId)
            .Take(limit)
            .Select(job => job.Item)
            .ToList();
        if (chosen.Count == 0)
        {
            return [];
        }

        var taken = await writes.ExecuteAsync(
            [
                .. chosen.SelectMany(job => new[]
                {
                    new SqlWrite(
                        Take, ("holder", holder), ("lease_until", now + lease), ("now", now), ("tenant_id", job.Tenant.TenantId), ("id", job.RowId),
                        ("attempts", (long)(job.Attempt - 1))),
                    JobEvents.Statement(job.Tenant, job.RowId, "job.running", job.Id, now, holder),
                }),
            ],
            cancellationToken);
        return [.. chosen.Where((_, index) => taken[2 * index] == 1)];
    }

    /// <summary>Renews the lease and stores how far the job is.</summary>
    /// <param name="isNews">Whether it is further than it was.</param>
    public async Task<JobHold> RenewAsync(LeasedJob job, JobProgress progress, bool isNews, TimeSpan lease, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (done, total) = progress.Newest;
        SqlWrite renew = new(
            Renew, ("lease_until", now + lease), ("done", (long)done), ("total", (long?)total), ("tenant_id", job.Tenant.TenantId), ("id", job.RowId),
            ("attempts", (long)job.Attempt));
        var changed = await writes.ExecuteAsync(
            isNews ? [renew, JobEvents.Statement(job.Tenant, job.RowId, "job.progress", job.Id, now, job.Holder)] : [renew], cancellationToken);
        if (changed[0] == 0)
        {
            return JobHold.Lost;
        }

        return await reads.QueryAsync(
            Cancelled,
            [("tenant_id", job.Tenant.TenantId), ("id", job.RowId), ("attempts", (long)job.Attempt)],
            reader => !reader.Read() ? JobHold.Lost : reader.IsDBNull(0) ? JobHold.Held : JobHold.Cancelled,
            cancellationToken);
    }

    /// <summary>Gives it back as if nobody had taken it, so that another process begins at once.</summary>
    public Task ReturnAsync(LeasedJob job, CancellationToken cancellationToken) => writes.ExecuteAsync(
        [
            new(Return, ("tenant_id", job.Tenant.TenantId), ("id", job.RowId), ("attempts", (long)job.Attempt)),
        ],
        cancellationToken);

    /// <param name="outcome">Null: it was cancelled.</param>
    public Task FinishAsync(LeasedJob job, JobOutcome? outcome, JobProgress progress, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var state = outcome is null ? JobStates.Cancelled : outcome.Result is null ? JobStates.Failed : JobStates.Done;
        var (done, total) = progress.Newest;
        return writes.ExecuteAsync(
            [
                // Before the row is finished: afterwards nobody holds it.
                JobEvents.Statement(job.Tenant, job.RowId, $"job.{state}", job.Id, now, job.Holder),
                new(
                    Finish, ("state", state), ("done", (long)done), ("total", (long?)total), ("result", outcome?.Result),
                    ("error_code", outcome?.ErrorCode), ("error_detail", outcome?.ErrorDetail), ("now", now), ("tenant_id", job.Tenant.TenantId),
                    ("id", job.RowId), ("attempts", (long)job.Attempt)),
            ],
            cancellationToken);
    }

    private async ValueTask<IReadOnlyList<LeasedJob>> OpenAsync(
        string instanceId, IReadOnlyList<string> kinds, string holder, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var padded = SqlList.Padded(kinds);
        return await reads.QueryAsync<IReadOnlyList<LeasedJob>>(
            $"""
            SELECT id, tenant_id, public_id, kind, input, attempts, cancel_requested_at FROM jobs
            WHERE state IN ('queued', 'running') AND instance_id = @instance_id AND tenant_id > 0 AND (lease_until IS NULL OR lease_until <= @now)
              AND kind IN ({SqlList.Names("kind", padded.Count)})
            ORDER BY id LIMIT 200
            """,
            [("instance_id", instanceId), ("now", now), .. SqlList.Values("kind", padded)],
            reader => reader.All(row => Read(row, instanceId, holder)),
            cancellationToken);
    }

    private static LeasedJob Read(DbDataReader row, string instanceId, string holder) => new(
        row.GetInt64(0), new TenantKey(row.GetInt64(1), instanceId), row.GetGuid(2), row.GetString(3), row.GetString(4), holder,
        row.GetInt32(5) + 1, !row.IsDBNull(6));
}
