using FlowEngine.Conversations;

namespace FlowEngine.Nodes.Tests.Harness;

/// <summary>Keeps what was streamed and not discarded, by message.</summary>
public sealed class TestStream : IReplyStream
{
    private readonly Dictionary<string, string> _texts = [];

    public IReadOnlyDictionary<string, string> Texts => _texts;

    public int Discards { get; private set; }

    public ValueTask DeltaAsync(string messageId, string text, CancellationToken cancellationToken)
    {
        _texts[messageId] = _texts.GetValueOrDefault(messageId) + text;
        return default;
    }

    public ValueTask DiscardAsync(string messageId, CancellationToken cancellationToken)
    {
        Discards++;
        _texts.Remove(messageId);
        return default;
    }
}
