using System.Collections.Concurrent;
using FlowEngine.Conversations;
using FlowEngine.Storage.Comparisons;

namespace FlowEngine.ParallelRuns.Candidates;

/// <summary>
/// The ledger of a candidate: what it would do outside is recorded, not done, and answered as the control's same effect was (by its key), or
/// as if it had been taken.
/// </summary>
public sealed class CandidateLedger(ControlEffects? control) : IEffectLedger
{
    private readonly ConcurrentQueue<EffectIntent> _intents = new();

    public IReadOnlyCollection<EffectIntent> Intents => _intents;

    public async ValueTask<Value?> IntendAsync(
        TenantKey tenant, Guid conversationId, Guid turnId, EffectIntent intent, CancellationToken cancellationToken)
    {
        _intents.Enqueue(intent);
        return control is null ? null : await control.ResultAsync(tenant, intent.Key, cancellationToken);
    }

    public ValueTask DoneAsync(TenantKey tenant, string key, Value result, CancellationToken cancellationToken) => default;

    public ValueTask FailedAsync(TenantKey tenant, string key, Value result, CancellationToken cancellationToken) => default;
}
