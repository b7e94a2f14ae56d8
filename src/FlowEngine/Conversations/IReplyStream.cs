namespace FlowEngine.Conversations;

/// <summary>
/// Where provisional text of a message goes while it is made, each message after those that stand before it in the reply. What counts is the
/// outcome.
/// </summary>
public interface IReplyStream
{
    ValueTask DeltaAsync(string messageId, string text, CancellationToken cancellationToken);

    /// <summary>A provisional message that is said whole, when it is said: it is no piece of a model's answer.</summary>
    ValueTask SayAsync(string messageId, string text, CancellationToken cancellationToken) => DeltaAsync(messageId, text, cancellationToken);

    /// <summary>The provisional text of this message does not count.</summary>
    ValueTask DiscardAsync(string messageId, CancellationToken cancellationToken);
}
