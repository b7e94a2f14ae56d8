using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.PostgreSql.Connections;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.PostgreSql.Turns;

/// <summary>Rows of the effect ledger that are written while their turn runs.</summary>
internal static class LedgerStatements
{
    private static readonly string s_intend = $"""
        WITH earlier AS (SELECT result FROM effects WHERE tenant_id = @tenant_id AND key = @key AND status = 'done' AND result IS NOT NULL),
        written AS (
          {Insert.IntoConversation(
              "effects", "tenant_id", "instance_id", "key", "turn_id", "kind", "type", "node_id", "payload", "status", "created_at", "updated_at")}
            AND NOT EXISTS (SELECT 1 FROM earlier)
          ON CONFLICT (tenant_id, key) DO UPDATE SET
            status = excluded.status, payload = excluded.payload, result = NULL, updated_at = excluded.updated_at
          RETURNING 1)
        SELECT (SELECT result FROM earlier), EXISTS (SELECT 1 FROM written)
        """;

    private const string SettleSql = """
        UPDATE effects SET status = @status, result = @result, updated_at = @updated_at
        WHERE tenant_id = @tenant_id AND key = @key AND status = 'intended'
        """;

    /// <summary>Gives JSON of the result where the effect was done before, else null, and whether a row was written.</summary>
    public static Statement Intend(TenantKey tenant, Guid conversationId, Guid turnId, EffectIntent intent, DateTimeOffset now) =>
        new Statement(s_intend)
            .With("tenant_id", tenant.TenantId).With("instance_id", tenant.InstanceId).With("public_id", conversationId)
            .With("key", intent.Key).With("turn_id", turnId).With("kind", EffectNames.Of(intent.Kind)).With("type", intent.Type)
            .With("node_id", intent.NodeId).With("payload", intent.KeptJson)
            .With("status", EffectNames.Of(EffectStatus.Intended)).With("created_at", now).With("updated_at", now);

    public static Statement Settle(TenantKey tenant, string key, EffectStatus status, Value result, DateTimeOffset now) =>
        new Statement(SettleSql)
            .With("tenant_id", tenant.TenantId).With("key", key).With("status", EffectNames.Of(status)).With("result", result.ToJson())
            .With("updated_at", now);
}
