using FlowEngine.Chat.Turns;
using FlowEngine.Storage.PostgreSql.Connections;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.PostgreSql.Turns;

/// <summary>The effect ledger, and the leads among the effects that were done.</summary>
internal static class EffectStatements
{
    private const string LeadType = "lead";

    private static readonly string[] s_shared = ["tenant_id", "instance_id", "turn_id"];

    private static readonly string s_effects = Insert.ManyIntoConversation(
        "effects", s_shared, ["key", "kind", "type", "node_id", "payload", "status", "created_at", "updated_at"])
        + " ON CONFLICT (tenant_id, key) DO UPDATE SET status = excluded.status, payload = excluded.payload, updated_at = excluded.updated_at";

    private static readonly string s_leads = Insert.ManyIntoConversation(
        "leads", s_shared, ["effect_key", "name", "email", "phone", "fields", "source", "created_at"])
        + " ON CONFLICT (tenant_id, effect_key) DO NOTHING";

    public static IEnumerable<Statement> Write(TurnCommit commit)
    {
        // A statement cannot change one row twice; of an effect that was noted twice the later counts.
        var effects = commit.Effects.GroupBy(effect => effect.Intent.Key, StringComparer.Ordinal).Select(group => group.Last()).ToList();
        if (effects.Count > 0)
        {
            yield return Effects(commit, effects);
        }

        var leads = effects.Where(effect => effect is { Status: EffectStatus.Done, Intent.Type: LeadType })
            .Select(effect => (Effect: effect, Fields: LeadFields.Of(effect.Intent.Payload)))
            .ToList();
        if (leads.Count > 0)
        {
            yield return Of(s_leads, commit)
                .With("effect_key", leads.Select(lead => lead.Effect.Intent.Key))
                .With("name", leads.Select(lead => lead.Fields.Name)).With("email", leads.Select(lead => lead.Fields.Email))
                .With("phone", leads.Select(lead => lead.Fields.Phone)).With("fields", leads.Select(lead => lead.Fields.Fields))
                .With("source", leads.Select(lead => lead.Fields.Source ?? lead.Effect.Intent.NodeId))
                .With("created_at", leads.Select(lead => lead.Effect.At));
        }
    }

    private static Statement Effects(TurnCommit commit, List<EffectRecord> effects) => Of(s_effects, commit)
        .With("key", effects.Select(effect => effect.Intent.Key))
        .With("kind", effects.Select(effect => EffectNames.Of(effect.Intent.Kind)))
        .With("type", effects.Select(effect => effect.Intent.Type))
        .With("node_id", effects.Select(effect => effect.Intent.NodeId))
        .With("payload", effects.Select(effect => effect.Intent.KeptJson))
        .With("status", effects.Select(effect => EffectNames.Of(effect.Status)))
        .With("created_at", effects.Select(effect => effect.At)).With("updated_at", effects.Select(effect => effect.At));

    private static Statement Of(string sql, TurnCommit commit) => new Statement(sql)
        .With("tenant_id", commit.Tenant.TenantId).With("instance_id", commit.Tenant.InstanceId)
        .With("public_id", commit.Conversation.PublicId).With("turn_id", commit.Turn.Id);
}
