using FlowEngine.Conversations;

namespace FlowEngine.Testing.Running;

/// <summary>What was said in one script.</summary>
internal sealed class ScriptHistory : IConversationHistory
{
    private readonly List<HistoryMessage> _messages = [];

    public void Add(MessageRole role, string content, DateTimeOffset at) => _messages.Add(new(role, content, at));

    public ValueTask<IReadOnlyList<HistoryMessage>> NewestAsync(
        TenantKey tenant, Guid conversationId, int limit, bool includeSystem, CancellationToken cancellationToken) =>
        new(_messages.Where(message => includeSystem || message.Role != MessageRole.System).TakeLast(Math.Max(0, limit)).ToList());
}
