using FlowEngine.Conversations;

namespace FlowEngine.Chat.Turns;

/// <summary>The reads of a turn: compiled or prepared, untracked.</summary>
public interface ITurnReader
{
    /// <summary>Null where the tenant has no such conversation.</summary>
    Task<LoadedConversation?> ConversationAsync(TenantKey tenant, Guid publicId, CancellationToken cancellationToken);

    /// <summary>The newest conversation of the session that is not closed; null where there is none.</summary>
    /// <param name="usedSince">A conversation that nobody spoke in since then counts as closed.</param>
    Task<LoadedConversation?> NewestOfSessionAsync(TenantKey tenant, string sessionId, DateTimeOffset usedSince, CancellationToken cancellationToken);

    /// <summary>
    /// The turn that this caller made with this key, without claiming anything; null if there is none.
    /// </summary>
    Task<ClaimResult?> AnsweredAsync(
        TenantKey tenant, string caller, string idempotencyKey, string bodyHash, CancellationToken cancellationToken);
}
