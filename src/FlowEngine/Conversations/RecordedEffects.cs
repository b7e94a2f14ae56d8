using System.Collections.Concurrent;

namespace FlowEngine.Conversations;

/// <summary>A ledger in memory, for try-outs and candidates: tells what would have been done.</summary>
public sealed class RecordedEffects : IEffectLedger
{
    private readonly ConcurrentQueue<EffectIntent> _intents = new();

    public IReadOnlyCollection<EffectIntent> Intents => _intents;

    public ValueTask<Value?> IntendAsync(
        TenantKey tenant, Guid conversationId, Guid turnId, EffectIntent intent, CancellationToken cancellationToken)
    {
        _intents.Enqueue(intent);
        return new((Value?)null);
    }

    public ValueTask DoneAsync(TenantKey tenant, string key, Value result, CancellationToken cancellationToken) => default;

    public ValueTask FailedAsync(TenantKey tenant, string key, Value result, CancellationToken cancellationToken) => default;
}
