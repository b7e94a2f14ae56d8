using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.Statements;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.Writing;

/// <summary>Rows of the effect ledger that are written while their turn runs.</summary>
internal sealed class LedgerStatements
{
    private static readonly string[] s_columns =
        ["tenant_id", "instance_id", "key", "turn_id", "kind", "type", "node_id", "payload", "status", "created_at", "updated_at"];

    private readonly string _intend;
    private readonly string _settle;

    public LedgerStatements(SqlDialect dialect)
    {
        var key = dialect.Quote("key");
        var done = $"e.tenant_id = @tenant_id AND e.{key} = @key AND e.status = 'done' AND e.result IS NOT NULL";
        _intend = dialect.IntoConversation("effects", s_columns, $" AND NOT EXISTS (SELECT 1 FROM effects e WHERE {done})")
            + dialect.OnConflict(
                $"tenant_id, {key}",
                $"status = {dialect.New("status")}, payload = {dialect.New("payload")}, result = NULL, updated_at = {dialect.New("updated_at")}");
        Earlier = $"SELECT e.result FROM effects e WHERE {done}";
        _settle = $"""
            UPDATE effects SET status = @status, result = @result, updated_at = @updated_at
            WHERE tenant_id = @tenant_id AND {key} = @key AND status = 'intended'
            """;
    }

    /// <summary>JSON of the result of an effect that was done before.</summary>
    public string Earlier { get; }

    /// <summary>Writes no row where the effect was done before, or there is no conversation.</summary>
    public SqlStatement Intend(TenantKey tenant, Guid conversationId, Guid turnId, EffectIntent intent, DateTimeOffset now) => new SqlStatement(_intend)
        .With("tenant_id", tenant.TenantId).With("instance_id", tenant.InstanceId).With("public_id", conversationId)
        .With("key", intent.Key).With("turn_id", turnId).With("kind", EffectNames.Of(intent.Kind)).With("type", intent.Type)
        .With("node_id", intent.NodeId).With("payload", intent.KeptJson)
        .With("status", EffectNames.Of(EffectStatus.Intended)).With("created_at", now).With("updated_at", now);

    public SqlStatement Settle(TenantKey tenant, string key, EffectStatus status, Value result, DateTimeOffset now) => new SqlStatement(_settle)
        .With("tenant_id", tenant.TenantId).With("key", key).With("status", EffectNames.Of(status)).With("result", result.ToJson())
        .With("updated_at", now);
}
