using System.Text;

namespace FlowEngine.Conversations;

/// <summary>
/// Passes provisional text on, but holds <c>[LINK:</c> back until its <c>]</c>, so that nobody sees half a marker.
/// <see cref="FlushAsync"/> when a message is complete. For one turn; not for use by several threads.
/// </summary>
/// <param name="replacement">What is passed on for a marker; null: the marker as it is.</param>
public sealed class LinkHoldingStream(IReplyStream inner, Func<string, string>? replacement = null) : IReplyStream
{
    private readonly Dictionary<string, string> _held = new(StringComparer.Ordinal);

    public ValueTask DeltaAsync(string messageId, string text, CancellationToken cancellationToken)
    {
        var all = _held.Remove(messageId, out var before) ? before + text : text;
        var passed = Pass(all, out var held);
        if (held.Length > 0)
        {
            _held[messageId] = held;
        }

        return passed.Length == 0 ? default : inner.DeltaAsync(messageId, passed, cancellationToken);
    }

    public ValueTask SayAsync(string messageId, string text, CancellationToken cancellationToken) => inner.SayAsync(messageId, text, cancellationToken);

    public ValueTask DiscardAsync(string messageId, CancellationToken cancellationToken)
    {
        _held.Remove(messageId);
        return inner.DiscardAsync(messageId, cancellationToken);
    }

    /// <summary>Passes on what is still held of the message: a marker that never closed is plain text.</summary>
    public ValueTask FlushAsync(string messageId, CancellationToken cancellationToken) =>
        _held.Remove(messageId, out var held) ? inner.DeltaAsync(messageId, held, cancellationToken) : default;

    private string Pass(string text, out string held)
    {
        var passed = new StringBuilder(text.Length);
        var from = 0;
        while (text.IndexOf('[', from) is var start and >= 0)
        {
            passed.Append(text, from, start - from);
            from = start;
            var end = EndOfMarker(text.AsSpan(start));
            if (end < 0)
            {
                held = text[start..];
                return passed.ToString();
            }

            var piece = text.Substring(start, end);
            passed.Append(end > 1 && replacement is not null ? replacement(piece) : piece);
            from += end;
        }

        held = "";
        return passed.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>The length of the marker at the start of the text; 1 if there is none; -1 if that cannot be known yet.</summary>
    private static int EndOfMarker(ReadOnlySpan<char> text)
    {
        var known = Math.Min(text.Length, LinkMarker.Opening.Length);
        if (!text[..known].SequenceEqual(LinkMarker.Opening.AsSpan(0, known)))
        {
            return 1;
        }

        var end = text.IndexOf(']');
        return end >= 0 ? end + 1 : text.Length > LinkMarker.MaxLength ? 1 : -1;
    }
}
