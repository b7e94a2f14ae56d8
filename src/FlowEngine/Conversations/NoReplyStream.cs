namespace FlowEngine.Conversations;

/// <summary>For replies that are sent whole.</summary>
public sealed class NoReplyStream : IReplyStream
{
    public static NoReplyStream Instance { get; } = new();

    public ValueTask DeltaAsync(string messageId, string text, CancellationToken cancellationToken) => default;

    public ValueTask SayAsync(string messageId, string text, CancellationToken cancellationToken) => default;

    public ValueTask DiscardAsync(string messageId, CancellationToken cancellationToken) => default;
}
