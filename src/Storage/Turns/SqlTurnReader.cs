using FlowEngine.Conversations;
using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Turns;

internal sealed class SqlTurnReader(ISqlReads reads, TimeProvider clock) : ITurnReader
{
    public async Task<LoadedConversation?> ConversationAsync(TenantKey tenant, Guid publicId, CancellationToken cancellationToken) =>
        await reads.QueryAsync(
            ConversationQuery.Sql,
            [("tenant_id", tenant.TenantId), ("instance_id", tenant.InstanceId), ("public_id", publicId)],
            ConversationQuery.Read,
            cancellationToken);

    public async Task<Guid?> NewestOfSessionAsync(
        TenantKey tenant, string sessionId, DateTimeOffset usedSince, CancellationToken cancellationToken) =>
        await reads.QueryAsync<Guid?>(
            """
            SELECT public_id FROM ai_conversations
            WHERE tenant_id = @tenant_id AND instance_id = @instance_id AND session_id = @session_id AND status <> 'closed'
              AND (last_turn_at >= @used_since OR last_turn_at IS NULL AND (imported_at IS NULL OR imported_at >= @used_since))
            ORDER BY id DESC LIMIT 1
            """,
            [("tenant_id", tenant.TenantId), ("instance_id", tenant.InstanceId), ("session_id", sessionId), ("used_since", usedSince)],
            reader => reader.Read() ? reader.GetGuid(0) : null,
            cancellationToken);

    public async Task<TenantSnapshot?> TenantAsync(string slug, string instanceId, CancellationToken cancellationToken) =>
        await reads.QueryAsync(
            TenantQuery.BySlug, [("slug", slug), ("instance_id", instanceId), ("now", clock.GetUtcNow())], reader => TenantQuery.Read(reader, instanceId), cancellationToken);

    public async Task<TenantSnapshot?> TenantAsync(TenantKey tenant, CancellationToken cancellationToken) =>
        await reads.QueryAsync(
            TenantQuery.ById,
            [("tenant_id", tenant.TenantId), ("instance_id", tenant.InstanceId), ("now", clock.GetUtcNow())],
            reader => TenantQuery.Read(reader, tenant.InstanceId),
            cancellationToken);

    public async Task<UsageTotals> UsageAsync(TenantKey tenant, DateOnly day, CancellationToken cancellationToken) =>
        await reads.QueryAsync(UsageQuery.Sql, UsageQuery.Arguments(tenant, day), UsageQuery.Read, cancellationToken);

    public async Task<ClaimResult?> AnsweredAsync(
        TenantKey tenant, string caller, string idempotencyKey, string bodyHash, CancellationToken cancellationToken)
    {
        var earlier = await reads.QueryAsync(
            EarlierTurn.Sql, EarlierTurn.Arguments(tenant, caller, idempotencyKey), EarlierTurn.Read, cancellationToken);
        return earlier?.Judge(bodyHash, clock.GetUtcNow());
    }
}
