using FlowEngine.Conversations;

namespace FlowEngine.Chat.Replies;

/// <summary>Knows which provisional messages went out, so that all of them can be taken back. For one turn; not for use by several threads.</summary>
internal sealed class DiscardableStream(IReplyStream inner) : IReplyStream
{
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);

    public ValueTask DeltaAsync(string messageId, string text, CancellationToken cancellationToken)
    {
        _sent.Add(messageId);
        return inner.DeltaAsync(messageId, text, cancellationToken);
    }

    public ValueTask SayAsync(string messageId, string text, CancellationToken cancellationToken)
    {
        _sent.Add(messageId);
        return inner.SayAsync(messageId, text, cancellationToken);
    }

    public ValueTask DiscardAsync(string messageId, CancellationToken cancellationToken)
    {
        _sent.Remove(messageId);
        return inner.DiscardAsync(messageId, cancellationToken);
    }

    public async ValueTask DiscardAllAsync(CancellationToken cancellationToken)
    {
        foreach (var messageId in _sent)
        {
            await inner.DiscardAsync(messageId, cancellationToken);
        }

        _sent.Clear();
    }
}
