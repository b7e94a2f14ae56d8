using FlowEngine.Conversations;

namespace FlowEngine.Running;

/// <summary>Notes where the ledger gave a result of before, as the node then asked nobody else.</summary>
internal sealed class RecordingEffects(IEffectLedger inner, OutsideAnswers answers) : IEffectLedger
{
    public async ValueTask<Value?> IntendAsync(
        TenantKey tenant, Guid conversationId, Guid turnId, EffectIntent intent, CancellationToken cancellationToken)
    {
        var earlier = await inner.IntendAsync(tenant, conversationId, turnId, intent, cancellationToken);
        return earlier is { } result ? answers.Note("effects.earlier", result, OutsideAnswers.Json.Value) : null;
    }

    public ValueTask DoneAsync(TenantKey tenant, string key, Value result, CancellationToken cancellationToken) =>
        inner.DoneAsync(tenant, key, result, cancellationToken);

    public ValueTask FailedAsync(TenantKey tenant, string key, Value result, CancellationToken cancellationToken) =>
        inner.FailedAsync(tenant, key, result, cancellationToken);
}
