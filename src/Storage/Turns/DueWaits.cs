using FlowEngine.Conversations;
using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Turns;

/// <summary>Finds waits whose time is over, of all tenants: a claim of background work.</summary>
public sealed class DueWaits(ISqlReads reads)
{
    private const string Sql = """
        SELECT tenant_id, public_id FROM ai_conversations
        WHERE instance_id = @instance_id AND status = 'waiting' AND expires_at <= @now
        ORDER BY expires_at LIMIT @limit
        """;

    public ValueTask<IReadOnlyList<(TenantKey Tenant, Guid Conversation)>> FindAsync(
        string instanceId, DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        reads.QueryAsync<IReadOnlyList<(TenantKey, Guid)>>(
            Sql,
            [("instance_id", instanceId), ("now", now), ("limit", limit)],
            reader => reader.All(row => (new TenantKey(row.GetInt64(0), instanceId), row.GetGuid(1))),
            cancellationToken);
}
