using FlowEngine.Conversations;

namespace FlowEngine.ParallelRuns.Candidates;

/// <summary>The conversation as a candidate that goes on from its own state had it.</summary>
public sealed class OwnHistory(IReadOnlyList<HistoryMessage> messages) : IConversationHistory
{
    public ValueTask<IReadOnlyList<HistoryMessage>> NewestAsync(
        TenantKey tenant, Guid conversationId, int limit, bool includeSystem, CancellationToken cancellationToken) =>
        new([.. messages.Where(message => includeSystem || message.Role != MessageRole.System).TakeLast(Math.Max(0, limit))]);
}
