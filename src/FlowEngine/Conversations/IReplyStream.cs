namespace FlowEngine.Conversations;

/// <summary>Where provisional text of a message goes while it is made. What counts is the outcome.</summary>
public interface IReplyStream
{
    ValueTask DeltaAsync(string messageId, string text, CancellationToken cancellationToken);

    /// <summary>The provisional text of this message does not count.</summary>
    ValueTask DiscardAsync(string messageId, CancellationToken cancellationToken);
}
