using FlowEngine.Conversations;

namespace FlowEngine.LegacyAssistant.Tests.Doubles;

internal sealed class InMemoryHistory(params HistoryMessage[] messages) : IConversationHistory
{
    public ValueTask<IReadOnlyList<HistoryMessage>> NewestAsync(
        TenantKey tenant, Guid conversationId, int limit, bool includeSystem, CancellationToken cancellationToken) =>
        new([.. messages.Where(message => includeSystem || message.Role != MessageRole.System).TakeLast(limit)]);
}
