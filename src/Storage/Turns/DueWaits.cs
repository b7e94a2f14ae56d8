using FlowEngine.Chat.Timeouts;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Turns;

/// <summary>Finds waits whose time is over, of all tenants whose chat is on: a claim of background work.</summary>
public sealed class DueWaits(ISqlReads reads) : IDueWaits
{
    /// <summary>Reads the index of waits that expire, and stops at the limit.</summary>
    public const string Sql = """
        SELECT c.tenant_id, c.public_id, c.expires_at, c.id FROM ai_conversations c
        WHERE c.expires_at <= @now AND (c.expires_at, c.id) > (@after, @after_id)
          AND c.instance_id = @instance_id AND c.status = 'waiting'
          AND EXISTS (SELECT 1 FROM tenants t WHERE t.id = c.tenant_id AND t.is_active)
          AND NOT EXISTS (SELECT 1 FROM bot_settings s WHERE s.tenant_id = c.tenant_id AND s.is_active AND s.chat_disabled)
        ORDER BY c.expires_at, c.id LIMIT @limit
        """;

    public ValueTask<IReadOnlyList<DueWait>> FindAsync(
        string instanceId, DateTimeOffset now, DueWait? after, int limit, CancellationToken cancellationToken) =>
        reads.QueryAsync<IReadOnlyList<DueWait>>(
            Sql,
            [
                ("now", now), ("after", after?.ExpiresAt ?? DateTimeOffset.MinValue), ("after_id", after?.RowId ?? 0L),
                ("instance_id", instanceId), ("limit", limit),
            ],
            reader => reader.All(row => new DueWait(
                new TenantKey(row.GetInt64(0), instanceId), row.GetGuid(1), row.GetFieldValue<DateTimeOffset>(2), row.GetInt64(3))),
            cancellationToken);
}
