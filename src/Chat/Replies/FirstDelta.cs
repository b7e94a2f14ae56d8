using FlowEngine.Conversations;

namespace FlowEngine.Chat.Replies;

/// <summary>Notes when the first text of a reply came, and hands everything on.</summary>
public sealed class FirstDelta(IReplyStream inner, TimeProvider time) : IReplyStream
{
    private readonly long _began = time.GetTimestamp();

    /// <summary>Null where nothing was streamed.</summary>
    public double? Milliseconds { get; private set; }

    public ValueTask DeltaAsync(string messageId, string text, CancellationToken cancellationToken)
    {
        Milliseconds ??= time.GetElapsedTime(_began).TotalMilliseconds;
        return inner.DeltaAsync(messageId, text, cancellationToken);
    }

    public ValueTask SayAsync(string messageId, string text, CancellationToken cancellationToken) => inner.SayAsync(messageId, text, cancellationToken);

    public ValueTask DiscardAsync(string messageId, CancellationToken cancellationToken) => inner.DiscardAsync(messageId, cancellationToken);
}
