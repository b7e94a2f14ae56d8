namespace FlowEngine.Conversations;

public interface IConversationHistory
{
    /// <summary>The newest messages before this turn, oldest first.</summary>
    ValueTask<IReadOnlyList<HistoryMessage>> NewestAsync(
        TenantKey tenant, Guid conversationId, int limit, bool includeSystem, CancellationToken cancellationToken);
}

public sealed record HistoryMessage(MessageRole Role, string Content, DateTimeOffset At);
