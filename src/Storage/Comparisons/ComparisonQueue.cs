using System.Data.Common;
using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Comparisons;

/// <summary>
/// The pending comparisons of all tenants: a claim of background work. They come from the turns' rows; a worker holds one for a lease; of one
/// conversation, candidate and mode only the oldest can be taken, so that turns are compared in their order.
/// </summary>
public sealed class ComparisonQueue(ISqlReads reads, ISqlWrites writes, AskedTurns asked, TimeProvider clock)
{
    /// <summary>Reads the index of what is pending, once.</summary>
    private const string Tenants = """
        SELECT p.tenant_id, MIN(p.id) FROM parallel_runs p
        WHERE p.result = 'pending' AND p.instance_id = @instance_id AND (p.lease_until IS NULL OR p.lease_until <= @now)
        GROUP BY p.tenant_id
        """;

    /// <summary>Reads the index of what is pending from the tenant's first on, and stops at the limit.</summary>
    public const string Open = """
        SELECT p.id, p.tenant_id, p.public_id, p.conversation_id, c.public_id, p.turn_id, p.seq, p.stage, p.answered_by, p.candidate, p.mode,
          p.input, p.control_raw, p.attempts, p.created_at, s.after_seq, s.state,
          EXISTS (SELECT 1 FROM parallel_runs e
            WHERE e.tenant_id = p.tenant_id AND e.conversation_id = p.conversation_id AND e.seq = p.seq - 1
              AND e.candidate = p.candidate AND e.mode = p.mode AND e.finished_at > p.created_at)
        FROM parallel_runs p
        JOIN ai_conversations c ON c.tenant_id = p.tenant_id AND c.id = p.conversation_id
        LEFT JOIN candidate_states s ON s.tenant_id = p.tenant_id AND s.conversation_id = p.conversation_id
          AND s.engine = p.candidate AND s.mode = p.mode
        WHERE p.result = 'pending' AND p.tenant_id = @tenant_id AND p.instance_id = @instance_id AND p.id >= @first
          AND (p.lease_until IS NULL OR p.lease_until <= @now)
          AND NOT EXISTS (SELECT 1 FROM parallel_runs e
            WHERE e.tenant_id = p.tenant_id AND e.conversation_id = p.conversation_id AND e.seq < p.seq AND e.result = 'pending'
              AND e.candidate = p.candidate AND e.mode = p.mode)
          AND NOT EXISTS (SELECT 1 FROM conversation_turns t
            WHERE t.tenant_id = p.tenant_id AND t.conversation_id = p.conversation_id AND t.seq = p.seq - 1 AND t.comparisons IS NOT NULL)
        ORDER BY p.id LIMIT @limit
        """;

    private const string Backlog = """
        SELECT COUNT(*) FROM (SELECT 1 AS one FROM parallel_runs
          WHERE result = 'pending' AND instance_id = @instance_id AND tenant_id > 0 LIMIT @limit) AS waiting
        """;

    private const string Take = """
        UPDATE parallel_runs SET attempts = attempts + 1, lease_until = @lease_until
        WHERE tenant_id = @tenant_id AND id = @id AND result = 'pending' AND attempts = @attempts
        """;

    private const string Return = """
        UPDATE parallel_runs SET attempts = attempts - 1, lease_until = NULL
        WHERE tenant_id = @tenant_id AND id = @id AND result = 'pending' AND attempts = @attempts
        """;

    /// <summary>How many are pending, counted up to a limit.</summary>
    public async ValueTask<int> BacklogAsync(string instanceId, int limit, CancellationToken cancellationToken)
    {
        var pending = await reads.QueryAsync(
            Backlog,
            [("instance_id", instanceId), ("limit", (long)limit)],
            reader => reader.Read() ? reader.GetInt32(0) : 0,
            cancellationToken);
        return pending >= limit ? pending : Math.Min(limit, pending + await asked.BacklogAsync(instanceId, limit, cancellationToken));
    }

    /// <summary>The tenants with pending comparisons that nobody holds, in any order.</summary>
    public async ValueTask<IReadOnlyList<OpenTenant>> TenantsAsync(string instanceId, CancellationToken cancellationToken)
    {
        var open = await reads.QueryAsync(
            Tenants,
            [("instance_id", instanceId), ("now", clock.GetUtcNow())],
            reader => reader.All(row => new OpenTenant(new TenantKey(row.GetInt64(0), instanceId), row.GetInt64(1))),
            cancellationToken);
        var others = (await asked.TenantsAsync(instanceId, cancellationToken)).Except(open.Select(tenant => tenant.Tenant));
        return [.. open, .. others.Select(tenant => new OpenTenant(tenant, 0))];
    }

    /// <summary>What nobody holds of a tenant, the oldest first; where it is less than asked for, turns' comparisons are entered.</summary>
    public async ValueTask<IReadOnlyList<LeasedComparison>> OpenAsync(OpenTenant tenant, int limit, CancellationToken cancellationToken)
    {
        var open = await ReadAsync(tenant, limit, cancellationToken);
        return open.Count < limit && await asked.EnterAsync(tenant.Tenant, cancellationToken) > 0
            ? await ReadAsync(tenant, limit, cancellationToken)
            : open;
    }

    /// <returns>Those that this worker now holds until the lease ends.</returns>
    public async Task<IReadOnlyList<LeasedComparison>> TakeAsync(IReadOnlyList<LeasedComparison> open, TimeSpan lease, CancellationToken cancellationToken)
    {
        if (open.Count == 0)
        {
            return [];
        }

        var until = clock.GetUtcNow() + lease;
        var taken = await writes.ExecuteAsync(
            [
                .. open.Select(run => new SqlWrite(
                    Take, ("lease_until", until), ("tenant_id", run.Tenant.TenantId), ("id", run.RowId), ("attempts", (long)(run.Attempt - 1)))),
            ],
            cancellationToken);
        return [.. open.Where((_, index) => taken[index] == 1)];
    }

    /// <summary>Gives back what was taken and not run, as if nobody had taken it.</summary>
    public Task ReturnAsync(IReadOnlyList<LeasedComparison> runs, CancellationToken cancellationToken) => writes.ExecuteAsync(
        [.. runs.Select(run => new SqlWrite(Return, ("tenant_id", run.Tenant.TenantId), ("id", run.RowId), ("attempts", (long)run.Attempt)))],
        cancellationToken);

    /// <summary>Writes results in one transaction; one whose lease somebody else took over by now is left to them.</summary>
    public Task FinishAsync(IReadOnlyList<CompletedComparison> runs, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return writes.ExecuteAsync([.. runs.SelectMany(run => FinishStatements.Of(run, now))], cancellationToken);
    }

    private ValueTask<IReadOnlyList<LeasedComparison>> ReadAsync(OpenTenant tenant, int limit, CancellationToken cancellationToken) =>
        reads.QueryAsync<IReadOnlyList<LeasedComparison>>(
            Open,
            [
                ("tenant_id", tenant.Tenant.TenantId), ("instance_id", tenant.Tenant.InstanceId), ("first", tenant.First),
                ("now", clock.GetUtcNow()), ("limit", (long)limit),
            ],
            reader => reader.All(row => Read(row, tenant.Tenant.InstanceId)),
            cancellationToken);

    private static LeasedComparison Read(DbDataReader row, string instanceId) => new(
        row.GetInt64(0),
        new TenantKey(row.GetInt64(1), instanceId),
        row.GetGuid(2),
        row.GetInt64(3),
        row.GetGuid(4),
        row.GetGuid(5),
        row.GetInt32(6),
        row.GetString(7),
        row.GetString(8),
        row.GetString(9),
        row.GetString(10),
        row.TextOrNull(11) ?? "",
        row.TextOrNull(12) ?? "",
        row.GetInt32(13) + 1,
        row.GetFieldValue<DateTimeOffset>(14),
        row.IsDBNull(15) ? null : new CandidateState(row.GetString(9), row.GetInt32(15), row.GetString(16)),
        row.GetBoolean(17));
}
