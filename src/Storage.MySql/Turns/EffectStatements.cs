using FlowEngine.Chat.Turns;
using FlowEngine.Storage.MySql.Connections;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.MySql.Turns;

/// <summary>The effect ledger, and the leads among the effects that were done.</summary>
internal static class EffectStatements
{
    private const string LeadType = "lead";

    private const string Noted =
        " ON DUPLICATE KEY UPDATE status = VALUES(status), payload = VALUES(payload), updated_at = VALUES(updated_at)";

    private const string AsItIs = " ON DUPLICATE KEY UPDATE effect_key = effect_key";

    private static readonly string[] s_shared = ["tenant_id", "instance_id", "turn_id"];
    private static readonly string[] s_effects = ["key", "kind", "type", "node_id", "payload", "status", "created_at", "updated_at"];
    private static readonly string[] s_leads = ["effect_key", "name", "email", "phone", "fields", "source", "created_at"];

    public static IEnumerable<Statement> Write(TurnCommit commit)
    {
        // Of an effect that was noted twice the later counts.
        var effects = commit.Effects.GroupBy(effect => effect.Intent.Key, StringComparer.Ordinal).Select(group => group.Last()).ToList();
        if (effects.Count > 0)
        {
            yield return Of(commit, Insert.ManyIntoConversation("effects", s_shared, s_effects, effects.ConvertAll(Effect), Noted));
        }

        var leads = effects.FindAll(effect => effect is { Status: EffectStatus.Done, Intent.Type: LeadType });
        if (leads.Count > 0)
        {
            yield return Of(commit, Insert.ManyIntoConversation("leads", s_shared, s_leads, leads.ConvertAll(Lead), AsItIs));
        }
    }

    private static object?[] Effect(EffectRecord effect) =>
    [
        effect.Intent.Key, EffectNames.Of(effect.Intent.Kind), effect.Intent.Type, effect.Intent.NodeId, effect.Intent.KeptJson,
        EffectNames.Of(effect.Status), effect.At, effect.At,
    ];

    private static object?[] Lead(EffectRecord effect)
    {
        var fields = LeadFields.Of(effect.Intent.Payload);
        return
        [
            effect.Intent.Key, fields.Name, fields.Email, fields.Phone, fields.Fields, fields.Source ?? effect.Intent.NodeId, effect.At,
        ];
    }

    private static Statement Of(TurnCommit commit, Statement statement) => statement
        .With("tenant_id", commit.Tenant.TenantId).With("instance_id", commit.Tenant.InstanceId)
        .With("public_id", commit.Conversation.PublicId).With("turn_id", commit.Turn.Id);
}
