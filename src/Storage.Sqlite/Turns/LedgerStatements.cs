using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.Sqlite.Connections;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.Sqlite.Turns;

/// <summary>Rows of the effect ledger that are written while their turn runs.</summary>
internal static class LedgerStatements
{
    private static readonly string s_intend = Insert.Into(
        "effects",
        "tenant_id", "instance_id", "key", "turn_id", "conversation_id", "kind", "type", "node_id", "payload", "status", "created_at",
        "updated_at")
        + " ON CONFLICT (tenant_id, key) DO UPDATE SET status = excluded.status, payload = excluded.payload, result = NULL, updated_at = excluded.updated_at";

    private const string Earlier = "SELECT result FROM effects WHERE tenant_id = @tenant_id AND key = @key AND status = 'done'";

    private const string Settle = """
        UPDATE effects SET status = @status, result = @result, updated_at = @updated_at
        WHERE tenant_id = @tenant_id AND key = @key AND status = 'intended'
        """;

    /// <returns>JSON of the result where the effect was done before; else null.</returns>
    public static string? Intend(
        StatementCache db, TenantKey tenant, Guid conversationId, Guid turnId, EffectIntent intent, DateTimeOffset now)
    {
        if (db.Scalar(Earlier, ("tenant_id", tenant.TenantId), ("key", intent.Key)) is string result)
        {
            return result;
        }

        var conversation = ConversationStatements.IdOf(db, tenant, conversationId)
            ?? throw new InvalidOperationException("An external effect was intended by a turn that was not claimed: its conversation has no row.");
        db.Execute(
            s_intend,
            ("tenant_id", tenant.TenantId), ("instance_id", tenant.InstanceId), ("key", intent.Key), ("turn_id", turnId),
            ("conversation_id", conversation), ("kind", EffectNames.Of(intent.Kind)), ("type", intent.Type), ("node_id", intent.NodeId),
            ("payload", intent.KeptJson), ("status", EffectNames.Of(EffectStatus.Intended)), ("created_at", now), ("updated_at", now));
        return null;
    }

    public static void Write(StatementCache db, TenantKey tenant, string key, EffectStatus status, Value result, DateTimeOffset now) =>
        db.Execute(
            Settle,
            ("tenant_id", tenant.TenantId), ("key", key), ("status", EffectNames.Of(status)), ("result", result.ToJson()), ("updated_at", now));
}
