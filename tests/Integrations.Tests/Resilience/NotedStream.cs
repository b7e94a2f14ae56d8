using FlowEngine.Conversations;

namespace FlowEngine.Integrations.Tests.Resilience;

internal sealed class NotedStream : IReplyStream
{
    public string Text { get; private set; } = "";

    public string BeforeDiscard { get; private set; } = "";

    public int Discards { get; private set; }

    public ValueTask DeltaAsync(string messageId, string text, CancellationToken cancellationToken)
    {
        Text += text;
        return ValueTask.CompletedTask;
    }

    public ValueTask DiscardAsync(string messageId, CancellationToken cancellationToken)
    {
        (BeforeDiscard, Text, Discards) = (Text, "", Discards + 1);
        return ValueTask.CompletedTask;
    }
}
