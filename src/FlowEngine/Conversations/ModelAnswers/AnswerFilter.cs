using Microsoft.Extensions.AI;

namespace FlowEngine.Conversations.ModelAnswers;

/// <summary>
/// Separates the text of one answer, piece by piece, into what the user may see, what the model thinks, and tool calls that it writes as
/// text. A piece may end anywhere: what may become a mark is held until that is known.
/// </summary>
internal sealed class AnswerFilter
{
    private readonly AnswerMarkers _markers;
    private readonly ShownText _shown;
    private readonly MarkedThinking _thinking;
    private readonly HeldCalls _calls;
    private readonly bool _hasTools;
    private string _rest = "";
    private AnswerMarker? _open;

    /// <param name="tools">Names of the tools that were offered.</param>
    /// <param name="isHeld">Nothing is given out before the answer's end, or before its thinking is closed.</param>
    public AnswerFilter(ThinkingTags tags, IReadOnlySet<string> tools, bool isHeld)
    {
        _markers = AnswerMarkers.For(tags);
        _shown = new(isHeld);
        _thinking = new(_markers);
        _calls = new(tools, _shown);
        _hasTools = tools.Count > 0;
    }

    /// <summary>What the user may see, as far as it is known.</summary>
    public string Text => _shown.ToString();

    public string Thinking => _thinking.ToString();

    public IReadOnlyList<FunctionCallContent> Calls => _calls.Calls;

    /// <summary>Text that was given out is thinking after all: it must be taken back before more is passed on.</summary>
    public bool TakesBack { get; private set; }

    /// <summary>The answer closed a thinking that it had not opened.</summary>
    public bool BeganThinking { get; private set; }

    /// <returns>What may be passed on now.</returns>
    public string Add(string text)
    {
        TakesBack = false;
        _rest += text;
        Scan(isEnd: false);
        return _shown.Release(isEnd: false);
    }

    /// <returns>What was held.</returns>
    public string End()
    {
        TakesBack = false;
        Scan(isEnd: true);
        if (_open is { Kind: MarkerKind.Thinking })
        {
            LeaveThinking();
        }
        else if (_open is not null)
        {
            _calls.Close(_open);
        }

        _open = null;
        return _shown.Release(isEnd: true);
    }

    /// <summary>The service sends the thinking apart, so the text holds none of it.</summary>
    public void Think(string text)
    {
        _thinking.AppendUnmarked(text);
        _shown.StopHolding();
    }

    private void Scan(bool isEnd)
    {
        var text = _rest.AsSpan();
        while (!text.IsEmpty)
        {
            var read = _open is { } open ? ReadInside(open, text, isEnd) : ReadOutside(text, isEnd);
            if (read == 0)
            {
                break;
            }

            text = text[read..];
        }

        _rest = text.ToString();
    }

    private int ReadOutside(ReadOnlySpan<char> text, bool isEnd)
    {
        var next = text.IndexOfAny(_markers.OpeningStarts);
        if (next != 0)
        {
            var plain = next < 0 ? text.Length : next;
            _shown.Append(text[..plain]);
            return plain;
        }

        var match = MatchOutside(text, out var length);
        if (match == MarkerMatch.Found)
        {
            return length;
        }

        if (match == MarkerMatch.Partial && !isEnd)
        {
            return 0;
        }

        _shown.Append(text[..1]);
        return 1;
    }

    private MarkerMatch MatchOutside(ReadOnlySpan<char> text, out int length)
    {
        var isPartial = false;
        var isCode = _calls.IsInFence || _shown.Last == '`';
        foreach (var marker in _markers.All)
        {
            if (marker.ClosesAlone && _shown.Last != '`')
            {
                var close = marker.MatchClose(text, out length);
                if (close == MarkerMatch.Found)
                {
                    CloseUnopened();
                    return close;
                }

                isPartial |= close == MarkerMatch.Partial;
            }

            if (isCode || (marker.AtLineStart && (!_shown.IsAtLineStart || !_hasTools)))
            {
                continue;
            }

            var open = marker.MatchOpen(text, out length);
            if (open == MarkerMatch.Found)
            {
                Open(marker, text[..length]);
                return open;
            }

            isPartial |= open == MarkerMatch.Partial;
        }

        var unmarked = _calls.MatchUnmarked(text, out length, out _open);
        return unmarked == MarkerMatch.None && isPartial ? MarkerMatch.Partial : unmarked;
    }

    private int ReadInside(AnswerMarker open, ReadOnlySpan<char> text, bool isEnd)
    {
        var isThinking = open.Kind == MarkerKind.Thinking;
        var next = isThinking ? _thinking.NextMark(text) : HeldCalls.NextMark(open, text);
        if (next != 0)
        {
            var inner = next < 0 ? text.Length : next;
            Keep(open, text[..inner]);
            return inner;
        }

        var match = isThinking ? MatchThinking(text, out var length) : MatchCallEnd(open, text, out length);
        if (match == MarkerMatch.Found)
        {
            return length;
        }

        if (match == MarkerMatch.Partial && !isEnd)
        {
            return 0;
        }

        Keep(open, text[..1]);
        return 1;
    }

    private MarkerMatch MatchThinking(ReadOnlySpan<char> text, out int length)
    {
        var match = _thinking.Match(text, out length);
        if (match == MarkerMatch.Found && _thinking.IsClosed)
        {
            _open = null;
            LeaveThinking();
        }

        return match;
    }

    private MarkerMatch MatchCallEnd(AnswerMarker open, ReadOnlySpan<char> text, out int length)
    {
        var match = _calls.MatchClose(open, text, out length);
        if (match == MarkerMatch.Found)
        {
            _open = null;
        }

        return match;
    }

    private void Open(AnswerMarker marker, ReadOnlySpan<char> mark)
    {
        if (marker.Kind == MarkerKind.Token || mark.EndsWith("/>"))
        {
            _shown.SkipBlanks();
            return;
        }

        _open = marker;
        _thinking.Break();
        if (marker.Kind == MarkerKind.Thinking)
        {
            _thinking.Open();
        }
        else
        {
            _calls.Open(mark);
        }
    }

    private void Keep(AnswerMarker open, ReadOnlySpan<char> text)
    {
        if (open.Kind == MarkerKind.Thinking)
        {
            _thinking.Append(text);
        }
        else if (!_calls.Hold(open, text))
        {
            _open = null;
        }
    }

    private void LeaveThinking()
    {
        _shown.SkipBlanks();
        _shown.StopHolding();
        _shown.Append(_thinking.Answer);
    }

    private void CloseUnopened()
    {
        _thinking.AppendUnmarked(_shown.ToString());
        TakesBack |= _shown.Clear();
        _shown.StopHolding();
        _calls.Clear();
        BeganThinking = true;
    }
}
