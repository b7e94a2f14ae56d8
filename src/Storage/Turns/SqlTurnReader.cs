using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Tenants;

namespace FlowEngine.Storage.Turns;

internal sealed class SqlTurnReader(ISqlReads reads, TenantFacts facts, TimeProvider clock) : ITurnReader
{
    public Task<LoadedConversation?> ConversationAsync(TenantKey tenant, Guid publicId, CancellationToken cancellationToken) =>
        ConversationAsync(tenant, ConversationQuery.ById, [("public_id", publicId)], cancellationToken);

    public Task<LoadedConversation?> NewestOfSessionAsync(
        TenantKey tenant, string sessionId, DateTimeOffset usedSince, CancellationToken cancellationToken) => ConversationAsync(
            tenant, ConversationQuery.OfSession, [("session_id", sessionId), ("used_since", usedSince)], cancellationToken);

    public async Task<ClaimResult?> AnsweredAsync(
        TenantKey tenant, string caller, string idempotencyKey, string bodyHash, CancellationToken cancellationToken)
    {
        var earlier = await reads.QueryAsync(
            EarlierTurn.Sql, EarlierTurn.Arguments(tenant, caller, idempotencyKey), EarlierTurn.Read, cancellationToken);
        return earlier?.Judge(bodyHash, clock.GetUtcNow());
    }

    private async Task<LoadedConversation?> ConversationAsync(
        TenantKey tenant, string sql, IReadOnlyList<(string Name, object? Value)> arguments, CancellationToken cancellationToken)
    {
        var look = facts.Look();
        var (conversation, stamp) = await reads.QueryAsync(
            sql,
            [("tenant_id", tenant.TenantId), ("instance_id", tenant.InstanceId), .. arguments],
            ConversationQuery.Read,
            cancellationToken);
        facts.Saw(tenant, stamp, look);
        return conversation;
    }
}
