using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Sqlite.Connections;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.Sqlite.Turns;

/// <summary>The effect ledger, and the leads among the effects that were done.</summary>
internal static class EffectStatements
{
    private const string LeadType = "lead";

    private static readonly string s_effect = Insert.Into(
        "effects",
        "tenant_id", "instance_id", "key", "turn_id", "conversation_id", "kind", "type", "node_id", "payload", "status", "created_at",
        "updated_at")
        + " ON CONFLICT (tenant_id, key) DO UPDATE SET status = excluded.status, payload = excluded.payload, updated_at = excluded.updated_at";

    private static readonly string s_lead = Insert.Into(
        "leads",
        "tenant_id", "instance_id", "conversation_id", "turn_id", "effect_key", "name", "email", "phone", "fields", "source",
        "created_at")
        + " ON CONFLICT (tenant_id, effect_key) DO NOTHING";

    public static void Write(StatementCache db, TurnCommit commit, long conversation)
    {
        foreach (var effect in commit.Effects)
        {
            WriteEffect(db, commit, conversation, effect);
            if (effect is { Status: EffectStatus.Done, Intent.Type: LeadType })
            {
                WriteLead(db, commit, conversation, effect);
            }
        }
    }

    private static void WriteEffect(StatementCache db, TurnCommit commit, long conversation, EffectRecord effect) =>
        db.Execute(
            s_effect,
            ("tenant_id", commit.Tenant.TenantId), ("instance_id", commit.Tenant.InstanceId), ("key", effect.Intent.Key),
            ("turn_id", commit.Turn.Id), ("conversation_id", conversation), ("kind", EffectNames.Of(effect.Intent.Kind)),
            ("type", effect.Intent.Type), ("node_id", effect.Intent.NodeId), ("payload", effect.Intent.KeptJson),
            ("status", EffectNames.Of(effect.Status)), ("created_at", effect.At), ("updated_at", effect.At));

    private static void WriteLead(StatementCache db, TurnCommit commit, long conversation, EffectRecord effect)
    {
        var lead = LeadFields.Of(effect.Intent.Payload);
        db.Execute(
            s_lead,
            ("tenant_id", commit.Tenant.TenantId), ("instance_id", commit.Tenant.InstanceId), ("conversation_id", conversation),
            ("turn_id", commit.Turn.Id), ("effect_key", effect.Intent.Key), ("name", lead.Name), ("email", lead.Email),
            ("phone", lead.Phone), ("fields", lead.Fields), ("source", lead.Source ?? effect.Intent.NodeId), ("created_at", effect.At));
    }
}
