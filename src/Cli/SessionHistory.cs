using FlowEngine.Conversations;

namespace FlowEngine.Cli;

/// <summary>What was said in the terminal, kept while the program runs.</summary>
internal sealed class SessionHistory : IConversationHistory
{
    private readonly List<HistoryMessage> _messages = [];

    public void Add(MessageRole role, string content, DateTimeOffset at) => _messages.Add(new(role, content, at));

    public void Clear() => _messages.Clear();

    public ValueTask<IReadOnlyList<HistoryMessage>> NewestAsync(
        TenantKey tenant, Guid conversationId, int limit, bool includeSystem, CancellationToken cancellationToken) =>
        new(_messages.Where(message => includeSystem || message.Role != MessageRole.System).TakeLast(Math.Max(0, limit)).ToList());
}
