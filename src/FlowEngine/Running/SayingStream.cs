using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Running;

/// <summary>
/// The provisional messages of one turn in the order in which they will stand in the reply: what a node streamed itself, and what it said at
/// once, as soon as it said it. Not for use by several threads.
/// </summary>
internal sealed class SayingStream(IReplyStream inner) : IReplyStream
{
    private List<string>? _streamed;

    public ValueTask DeltaAsync(string messageId, string text, CancellationToken cancellationToken)
    {
        var streamed = _streamed ??= [];
        if (!streamed.Contains(messageId))
        {
            streamed.Add(messageId);
        }

        return inner.DeltaAsync(messageId, text, cancellationToken);
    }

    public ValueTask DiscardAsync(string messageId, CancellationToken cancellationToken)
    {
        _streamed?.Remove(messageId);
        return inner.DiscardAsync(messageId, cancellationToken);
    }

    public ValueTask SayAsync(string messageId, string text, CancellationToken cancellationToken) =>
        inner.SayAsync(messageId, text, cancellationToken);

    public bool HasToSay(in NodeResult result) => _streamed is { Count: > 0 } || !result.Messages.IsDefaultOrEmpty;

    /// <summary>Says what the node said and did not stream, and takes back what it streamed and did not say.</summary>
    public async ValueTask SayAsync(NodeResult result, CancellationToken cancellationToken)
    {
        var messages = result.Messages.IsDefault ? [] : result.Messages;
        if (_streamed is not null)
        {
            foreach (var unsaid in _streamed.Where(id => messages.All(message => message.Id != id)))
            {
                await inner.DiscardAsync(unsaid, cancellationToken);
            }
        }

        foreach (var message in messages)
        {
            if (_streamed?.Contains(message.Id) != true)
            {
                await inner.SayAsync(message.Id, message.Content, cancellationToken);
            }
        }

        _streamed?.Clear();
    }
}
