namespace FlowEngine.Conversations;

/// <summary>
/// The ledger of effects outside: what is about to be done is on record before it is done, so that a crash shows what was under way.
/// Effects of kind <see cref="EffectKind.Stored"/> are written with their turn instead.
/// </summary>
public interface IEffectLedger
{
    /// <summary>
    /// Returns once the effect is durably on record as intended. The conversation's row must be there: a turn whose flow has external effects
    /// is claimed before it runs.
    /// </summary>
    /// <returns>The result where this very effect (by its key) was done before and must not be done again; else null.</returns>
    ValueTask<Value?> IntendAsync(
        TenantKey tenant, Guid conversationId, Guid turnId, EffectIntent intent, CancellationToken cancellationToken);

    ValueTask DoneAsync(TenantKey tenant, string key, Value result, CancellationToken cancellationToken);

    /// <summary>It failed, or nobody knows: the other side may have seen it.</summary>
    ValueTask FailedAsync(TenantKey tenant, string key, Value result, CancellationToken cancellationToken);
}
