using FlowEngine.Conversations;

namespace FlowEngine.LegacyAssistant.Tests.Doubles;

internal sealed class RecordedStream : IReplyStream
{
    public List<string> Deltas { get; } = [];

    public List<string> Discarded { get; } = [];

    public string Text => string.Concat(Deltas);

    public ValueTask DeltaAsync(string messageId, string text, CancellationToken cancellationToken)
    {
        Deltas.Add(text);
        return default;
    }

    public ValueTask DiscardAsync(string messageId, CancellationToken cancellationToken)
    {
        Discarded.Add(messageId);
        Deltas.Clear();
        return default;
    }
}
