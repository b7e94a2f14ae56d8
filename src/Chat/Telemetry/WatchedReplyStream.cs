using FlowEngine.Conversations;

namespace FlowEngine.Chat.Telemetry;

/// <summary>Tells the watch when the first provisional text is out.</summary>
public sealed class WatchedReplyStream(IReplyStream inner, TurnWatch watch) : IReplyStream
{
    public async ValueTask DeltaAsync(string messageId, string text, CancellationToken cancellationToken)
    {
        await inner.DeltaAsync(messageId, text, cancellationToken);
        watch.Streams();
    }

    public ValueTask SayAsync(string messageId, string text, CancellationToken cancellationToken) => inner.SayAsync(messageId, text, cancellationToken);

    public ValueTask DiscardAsync(string messageId, CancellationToken cancellationToken) => inner.DiscardAsync(messageId, cancellationToken);
}
