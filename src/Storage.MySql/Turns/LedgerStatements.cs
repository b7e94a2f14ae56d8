using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.MySql.Connections;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.MySql.Turns;

/// <summary>Rows of the effect ledger that are written while their turn runs.</summary>
internal static class LedgerStatements
{
    /// <summary>What was done before stays. Assigned in this order, each value seeing those before it.</summary>
    private static readonly string s_intend = Insert.IntoConversation(
        "effects", "tenant_id", "instance_id", "key", "turn_id", "kind", "type", "node_id", "payload", "status", "created_at", "updated_at") + """
         ON DUPLICATE KEY UPDATE
          payload = IF(effects.status = 'done' AND effects.result IS NOT NULL, effects.payload, VALUES(payload)),
          updated_at = IF(effects.status = 'done' AND effects.result IS NOT NULL, effects.updated_at, VALUES(updated_at)),
          result = IF(effects.status = 'done', effects.result, NULL),
          status = IF(effects.result IS NULL, VALUES(status), effects.status)
        """;

    private const string Written = "SELECT CASE WHEN status = 'done' THEN result END FROM effects WHERE tenant_id = @tenant_id AND `key` = @key";

    private const string SettleSql = """
        UPDATE effects SET status = @status, result = @result, updated_at = @updated_at
        WHERE tenant_id = @tenant_id AND `key` = @key AND status = 'intended'
        """;

    /// <summary>
    /// Gives a row where one is written: JSON of the result where the effect was done before, else null. No row: there is no conversation.
    /// </summary>
    public static IEnumerable<Statement> Intend(TenantKey tenant, Guid conversationId, Guid turnId, EffectIntent intent, DateTimeOffset now) =>
    [
        new Statement(s_intend)
            .With("tenant_id", tenant.TenantId).With("instance_id", tenant.InstanceId).With("public_id", conversationId)
            .With("key", intent.Key).With("turn_id", turnId).With("kind", EffectNames.Of(intent.Kind)).With("type", intent.Type)
            .With("node_id", intent.NodeId).With("payload", intent.KeptJson)
            .With("status", EffectNames.Of(EffectStatus.Intended)).With("created_at", now).With("updated_at", now),
        new Statement(Written).With("tenant_id", tenant.TenantId).With("key", intent.Key),
    ];

    public static Statement Settle(TenantKey tenant, string key, EffectStatus status, Value result, DateTimeOffset now) =>
        new Statement(SettleSql)
            .With("tenant_id", tenant.TenantId).With("key", key).With("status", EffectNames.Of(status)).With("result", result.ToJson())
            .With("updated_at", now);
}
