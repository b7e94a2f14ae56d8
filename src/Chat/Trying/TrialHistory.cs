using FlowEngine.Conversations;

namespace FlowEngine.Chat.Trying;

/// <summary>What was said in the tries before.</summary>
internal sealed class TrialHistory(IReadOnlyList<HistoryMessage> messages) : IConversationHistory
{
    public ValueTask<IReadOnlyList<HistoryMessage>> NewestAsync(
        TenantKey tenant, Guid conversationId, int limit, bool includeSystem, CancellationToken cancellationToken) =>
        new(messages.TakeLast(Math.Max(0, limit)).ToList());
}
