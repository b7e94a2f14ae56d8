using FlowEngine.Conversations;

namespace FlowEngine.Running;

internal sealed class RecordingHistory(IConversationHistory inner, OutsideAnswers answers) : IConversationHistory
{
    public async ValueTask<IReadOnlyList<HistoryMessage>> NewestAsync(
        TenantKey tenant, Guid conversationId, int limit, bool includeSystem, CancellationToken cancellationToken) =>
        answers.Note(
            "history.newest",
            await inner.NewestAsync(tenant, conversationId, limit, includeSystem, cancellationToken),
            OutsideAnswers.Json.IReadOnlyListHistoryMessage);
}
