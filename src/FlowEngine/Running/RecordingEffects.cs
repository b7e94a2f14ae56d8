using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text.Personal;

namespace FlowEngine.Running;

/// <summary>
/// Notes what was intended, and where the ledger gave a result of before, as the node then asked nobody else. The ledger is told what it may keep of a
/// payload.
/// </summary>
internal sealed class RecordingEffects(IEffectLedger inner, OutsideAnswers answers, NodeContext context, List<EffectIntent> intended) : IEffectLedger
{
    public async ValueTask<Value?> IntendAsync(
        TenantKey tenant, Guid conversationId, Guid turnId, EffectIntent intent, CancellationToken cancellationToken)
    {
        intended.Add(intent);
        var kept = intent with { Kept = PersonalData.Clean("", intent.Payload, context.PersonalTexts()) };
        var earlier = await inner.IntendAsync(tenant, conversationId, turnId, kept, cancellationToken);
        return earlier is { } result ? answers.Note("effects.earlier", result, OutsideAnswers.Json.Value) : null;
    }

    public ValueTask DoneAsync(TenantKey tenant, string key, Value result, CancellationToken cancellationToken) =>
        inner.DoneAsync(tenant, key, result, cancellationToken);

    public ValueTask FailedAsync(TenantKey tenant, string key, Value result, CancellationToken cancellationToken) =>
        inner.FailedAsync(tenant, key, result, cancellationToken);
}
