using FlowEngine.Conversations;

namespace FlowEngine.Nodes.Tests.Harness;

/// <summary>What was said in the conversation, oldest first; a <see cref="TestConversation"/> adds each turn after it.</summary>
public sealed class TestHistory : IConversationHistory
{
    public List<HistoryMessage> Messages { get; } = [];

    public bool IsDown { get; set; }

    public ValueTask<IReadOnlyList<HistoryMessage>> NewestAsync(
        TenantKey tenant, Guid conversationId, int limit, bool includeSystem, CancellationToken cancellationToken) =>
        IsDown
            ? throw new InvalidOperationException("The history is down.")
            : new([.. Messages.Where(message => includeSystem || message.Role != MessageRole.System).TakeLast(limit)]);
}
