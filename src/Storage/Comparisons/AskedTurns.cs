using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.Comparisons;

/// <summary>
/// Turns whose comparisons wait in the turns' own rows. They get rows of their own soon afterwards: many in one transaction, the oldest first.
/// </summary>
public sealed class AskedTurns(ISqlReads reads, ISqlWrites writes)
{
    /// <summary>Turns a transaction: a user's turn that comes meanwhile waits for no more than these.</summary>
    public const int Batch = 32;

    private const string Tenants = """
        SELECT t.tenant_id FROM conversation_turns t
        WHERE t.comparisons IS NOT NULL AND t.instance_id = @instance_id AND t.tenant_id > 0 GROUP BY t.tenant_id
        """;

    private const string Backlog = """
        SELECT COUNT(*) FROM (SELECT 1 AS one FROM conversation_turns
          WHERE comparisons IS NOT NULL AND instance_id = @instance_id AND tenant_id > 0 LIMIT @limit) AS asked
        """;

    private const string Waiting = """
        SELECT COUNT(*) FROM conversation_turns t
        WHERE t.comparisons IS NOT NULL AND t.tenant_id = @tenant_id AND t.instance_id = @instance_id
          AND t.started_at >= @from AND t.started_at < @to
        """;

    private const string Oldest = """
        SELECT t.id, t.engine, t.started_at, t.comparisons FROM conversation_turns t
        WHERE t.comparisons IS NOT NULL AND t.tenant_id = @tenant_id AND t.instance_id = @instance_id
        ORDER BY t.started_at, t.seq LIMIT @limit
        """;

    public ValueTask<IReadOnlyList<TenantKey>> TenantsAsync(string instanceId, CancellationToken cancellationToken) =>
        reads.QueryAsync<IReadOnlyList<TenantKey>>(
            Tenants,
            [("instance_id", instanceId)],
            reader => reader.All(row => new TenantKey(row.GetInt64(0), instanceId)),
            cancellationToken);

    /// <summary>How many turns wait, counted up to a limit.</summary>
    public ValueTask<int> BacklogAsync(string instanceId, int limit, CancellationToken cancellationToken) => reads.QueryAsync(
        Backlog,
        [("instance_id", instanceId), ("limit", (long)limit)],
        reader => reader.Read() ? reader.GetInt32(0) : 0,
        cancellationToken);

    /// <summary>How many turns of a tenant wait that began in a window.</summary>
    public ValueTask<int> CountAsync(TenantKey tenant, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) => reads.QueryAsync(
        Waiting,
        [("tenant_id", tenant.TenantId), ("instance_id", tenant.InstanceId), ("from", from), ("to", to)],
        reader => reader.Read() ? reader.GetInt32(0) : 0,
        cancellationToken);

    /// <summary>Gives the oldest that waits of a tenant rows of its own, a bounded number.</summary>
    /// <returns>Number of turns whose comparisons got rows; 0 where there are none, or another process was first.</returns>
    public async Task<int> EnterAsync(TenantKey tenant, CancellationToken cancellationToken)
    {
        var turns = await reads.QueryAsync(
            Oldest,
            [("tenant_id", tenant.TenantId), ("instance_id", tenant.InstanceId), ("limit", (long)Batch)],
            reader => reader.All(row => (
                Id: row.GetGuid(0),
                Asked: ComparisonRequests.Read(row.GetString(3)) ?? Unreadable(row.TextOrNull(1) ?? "v1", row.GetFieldValue<DateTimeOffset>(2)))),
            cancellationToken);
        if (turns.Count == 0)
        {
            return 0;
        }

        var changed = await writes.ExecuteAsync([.. turns.SelectMany(turn => RunStatements.Enter(tenant, turn.Id, turn.Asked))], cancellationToken);
        return changed.Any(rows => rows > 0) ? turns.Count : 0;
    }

    /// <summary>Seen and counted, as all others.</summary>
    private static ComparisonRequests Unreadable(string engine, DateTimeOffset at) => new(
        at,
        [new(Guid.CreateVersion7(at), engine, engine == "v1" ? "v2" : "v1", "resync", 0, ComparisonRequest.Abandoned) { SkippedReason = "unreadable" }]);
}
