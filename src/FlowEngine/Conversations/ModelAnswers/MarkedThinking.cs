using System.Text;

namespace FlowEngine.Conversations.ModelAnswers;

/// <summary>
/// Reads thinking between its marks. Models close one mark with another, and nest them: each opening mark needs a closing one.
/// </summary>
internal sealed class MarkedThinking(AnswerMarkers markers)
{
    private readonly ThinkingText _text = new();
    private readonly StringBuilder _afterClose = new();
    private int _depth;
    private bool _hasClose;

    /// <summary>Every opening mark has its closing one.</summary>
    public bool IsClosed => _depth == 0;

    /// <summary>Where more marks were opened than closed: what follows the last closing one, which is the answer.</summary>
    public string Answer => !IsClosed && _hasClose ? _afterClose.ToString() : "";

    public void Open()
    {
        (_depth, _hasClose) = (1, false);
        _afterClose.Clear();
    }

    /// <summary>Adds what stands between the marks.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        _text.Append(text);
        if (_hasClose)
        {
            _afterClose.Append(text);
        }
    }

    /// <summary>Adds thinking that stands between no marks.</summary>
    public void AppendUnmarked(string text) => _text.Append(text);

    /// <summary>What follows was thought apart from what is there.</summary>
    public void Break() => _text.Break();

    /// <returns>Where a mark may begin, or a negative number.</returns>
    public int NextMark(ReadOnlySpan<char> text) => text.IndexOfAny(markers.ThinkingStarts);

    public MarkerMatch Match(ReadOnlySpan<char> text, out int length)
    {
        var isPartial = false;
        length = 0;
        foreach (var marker in markers.Thinking)
        {
            var close = marker.MatchClose(text, out length);
            if (close == MarkerMatch.Found)
            {
                _depth--;
                _hasClose = true;
                _afterClose.Clear();
                return close;
            }

            var open = marker.MatchOpen(text, out length);
            if (open == MarkerMatch.Found)
            {
                _depth++;
                return open;
            }

            isPartial |= close == MarkerMatch.Partial || open == MarkerMatch.Partial;
        }

        return isPartial ? MarkerMatch.Partial : MarkerMatch.None;
    }

    public override string ToString() => _text.ToString();
}
