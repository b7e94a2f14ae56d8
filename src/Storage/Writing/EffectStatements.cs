using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Statements;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.Writing;

/// <summary>The effect ledger, and the leads among the effects that were done.</summary>
internal sealed class EffectStatements
{
    private const string LeadType = "lead";

    private static readonly SqlColumn<EffectRecord>[] s_effects =
    [
        new("key", SqlType.Text, effect => effect.Intent.Key),
        new("kind", SqlType.Text, effect => EffectNames.Of(effect.Intent.Kind)),
        new("type", SqlType.Text, effect => effect.Intent.Type),
        new("node_id", SqlType.Text, effect => effect.Intent.NodeId),
        new("payload", SqlType.Text, effect => effect.Intent.KeptJson),
        new("status", SqlType.Text, effect => EffectNames.Of(effect.Status)),
        new("created_at", SqlType.Time, effect => effect.At),
        new("updated_at", SqlType.Time, effect => effect.At),
    ];

    private static readonly SqlColumn<Lead>[] s_leads =
    [
        new("effect_key", SqlType.Text, lead => lead.Effect.Intent.Key),
        new("name", SqlType.Text, lead => lead.Fields.Name),
        new("email", SqlType.Text, lead => lead.Fields.Email),
        new("phone", SqlType.Text, lead => lead.Fields.Phone),
        new("fields", SqlType.Text, lead => lead.Fields.Fields),
        new("source", SqlType.Text, lead => lead.Fields.Source ?? lead.Effect.Intent.NodeId),
        new("created_at", SqlType.Time, lead => lead.Effect.At),
    ];

    private readonly ConversationRows<EffectRecord> _effects;
    private readonly ConversationRows<Lead> _leads;

    public EffectStatements(SqlDialect dialect)
    {
        var again = $"status = {dialect.New("status")}, payload = {dialect.New("payload")}, updated_at = {dialect.New("updated_at")}";
        _effects = new(dialect, "effects", TurnPart.Columns, s_effects, dialect.OnConflict($"tenant_id, {dialect.Quote("key")}", again));
        _leads = new(dialect, "leads", TurnPart.Columns, s_leads, dialect.OnConflict("tenant_id, effect_key"));
    }

    public IEnumerable<SqlStatement> Write(TurnCommit commit)
    {
        if (commit.Effects.Count == 0)
        {
            return [];
        }

        // A statement cannot change one row twice; of an effect that was noted twice the later counts.
        var effects = commit.Effects.GroupBy(effect => effect.Intent.Key, StringComparer.Ordinal).Select(group => group.Last()).ToList();
        var leads = effects.Where(effect => effect is { Status: EffectStatus.Done, Intent.Type: LeadType })
            .Select(effect => new Lead(effect, LeadFields.Of(effect.Intent.Payload)))
            .ToList();
        return _effects.Insert(effects, TurnPart.Of(commit)).Concat(_leads.Insert(leads, TurnPart.Of(commit)));
    }

    private sealed record Lead(EffectRecord Effect, LeadFields Fields);
}
