using System.Text;
using Microsoft.Extensions.AI;

namespace FlowEngine.Conversations.ModelAnswers;

/// <summary>
/// Separates the text of one answer, piece by piece, into what the user may see, what the model thinks, and tool calls that it writes as
/// text. A piece may end anywhere: what may become a mark is held until that is known.
/// </summary>
/// <param name="tools">Names of the tools that were offered.</param>
/// <param name="isHeld">Nothing is given out before the answer's end, or before its thinking is closed.</param>
internal sealed class AnswerFilter(ThinkingTags tags, IReadOnlySet<string> tools, bool isHeld)
{
    /// <summary>Characters that are held because they may be a tool call.</summary>
    private const int MaxHeld = 16_000;

    /// <summary>Characters of a fence's language and the blanks that follow it.</summary>
    private const int MaxFenceName = 60;

    private const string Fence = "```";

    private static readonly AnswerMarker s_fence = new(MarkerKind.ToolCall, Fence, Fence);
    private static readonly AnswerMarker s_json = new(MarkerKind.ToolCall, "{", null);

    private readonly AnswerMarkers _markers = AnswerMarkers.For(tags);
    private readonly StringBuilder _shown = new();
    private readonly StringBuilder _block = new();
    private readonly StringBuilder _afterClose = new();
    private readonly ThinkingText _thinking = new();
    private readonly List<FunctionCallContent> _calls = [];
    private string _rest = "";
    private AnswerMarker? _open;
    private int _depth;
    private bool _closedInside;
    private bool _inFence;
    private bool _skipsBlanks = true;
    private bool _isHeld = isHeld;
    private bool _isDecided;
    private int _given;

    /// <summary>What the user may see, as far as it is known.</summary>
    public string Text => _shown.ToString();

    public string Thinking => _thinking.ToString();

    public IReadOnlyList<FunctionCallContent> Calls => _calls;

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
        return Release(isEnd: false);
    }

    /// <returns>What was held.</returns>
    public string End()
    {
        TakesBack = false;
        Scan(isEnd: true);
        if (_open is { } unclosed)
        {
            Leave(unclosed);
        }

        return Release(isEnd: true);
    }

    /// <summary>The service sends the thinking apart, so the text holds none of it.</summary>
    public void Think(string text)
    {
        _thinking.Append(text);
        (_isHeld, _isDecided) = (false, true);
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

    private string Release(bool isEnd)
    {
        if (!isEnd && !_isHeld && !_isDecided)
        {
            var opener = ThinkingOpeners.Match(_shown.ToString(0, Math.Min(_shown.Length, 40)));
            _isHeld = opener == MarkerMatch.Found;
            _isDecided = opener == MarkerMatch.None && _shown.Length > 0;
            if (!_isDecided)
            {
                return "";
            }
        }

        if (_isHeld && !isEnd)
        {
            return "";
        }

        var text = _shown.ToString(_given, _shown.Length - _given);
        _given = _shown.Length;
        return text;
    }

    private int ReadOutside(ReadOnlySpan<char> text, bool isEnd)
    {
        var next = text.IndexOfAny(_markers.OpeningStarts);
        if (next != 0)
        {
            var plain = next < 0 ? text.Length : next;
            Show(text[..plain]);
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

        Show(text[..1]);
        return 1;
    }

    private MarkerMatch MatchOutside(ReadOnlySpan<char> text, out int length)
    {
        var isPartial = false;
        var isCode = _inFence || LastShown == '`';
        foreach (var marker in _markers.All)
        {
            if (marker.ClosesAlone && LastShown != '`')
            {
                var close = marker.MatchClose(text, out length);
                if (close == MarkerMatch.Found)
                {
                    CloseUnopened();
                    return close;
                }

                isPartial |= close == MarkerMatch.Partial;
            }

            if (isCode || (marker.AtLineStart && (!IsAtLineStart || tools.Count == 0)))
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

        var other = MatchFence(text, out length);
        if (other == MarkerMatch.None)
        {
            other = MatchJson(text, out length);
        }

        return other == MarkerMatch.None && isPartial ? MarkerMatch.Partial : other;
    }

    private MarkerMatch MatchFence(ReadOnlySpan<char> text, out int length)
    {
        length = Fence.Length;
        if (text[0] != '`' || !IsAtLineStart || !text[..Math.Min(text.Length, Fence.Length)].SequenceEqual(Fence.AsSpan(0, Math.Min(text.Length, Fence.Length))))
        {
            return MarkerMatch.None;
        }

        if (text.Length < Fence.Length)
        {
            return MarkerMatch.Partial;
        }

        if (!_inFence && tools.Count > 0)
        {
            (_open, _depth) = (s_fence, 1);
            _block.Clear().Append(Fence);
            return MarkerMatch.Found;
        }

        _inFence = !_inFence;
        Show(Fence);
        return MarkerMatch.Found;
    }

    /// <summary>An answer that begins as JSON may be a call and nothing else.</summary>
    private MarkerMatch MatchJson(ReadOnlySpan<char> text, out int length)
    {
        length = 1;
        if (tools.Count == 0 || _shown.Length > 0 || text[0] is not ('{' or '['))
        {
            return MarkerMatch.None;
        }

        var inner = text[1..].TrimStart();
        if (inner.IsEmpty)
        {
            return MarkerMatch.Partial;
        }

        if (inner[0] != (text[0] == '{' ? '"' : '{'))
        {
            return MarkerMatch.None;
        }

        (_open, _depth) = (s_json, 1);
        _block.Clear().Append(text[0]);
        return MarkerMatch.Found;
    }

    private int ReadInside(AnswerMarker open, ReadOnlySpan<char> text, bool isEnd)
    {
        var isThinking = open.Kind == MarkerKind.Thinking;
        var next = isThinking ? text.IndexOfAny(_markers.ThinkingStarts)
            : open.Close is { } close ? text.IndexOf(close[0])
            : -1;
        if (next != 0)
        {
            var inner = next < 0 ? text.Length : next;
            Keep(open, text[..inner]);
            return inner;
        }

        var match = isThinking ? MatchThinking(text, out var length) : MatchBlockEnd(open, text, out length);
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

    private MarkerMatch MatchBlockEnd(AnswerMarker open, ReadOnlySpan<char> text, out int length)
    {
        var match = open.MatchClose(text, out length);
        if (match == MarkerMatch.Found)
        {
            if (open == s_fence)
            {
                _block.Append(Fence);
            }

            Leave(open);
        }

        return match;
    }

    /// <summary>Models close one tag by another, and nest them: each opening mark needs a closing one.</summary>
    private MarkerMatch MatchThinking(ReadOnlySpan<char> text, out int length)
    {
        var isPartial = false;
        length = 0;
        foreach (var marker in _markers.Thinking)
        {
            var close = marker.MatchClose(text, out length);
            if (close == MarkerMatch.Found)
            {
                _depth--;
                (_closedInside, _) = (true, _afterClose.Clear());
                if (_depth == 0)
                {
                    Leave(_open!);
                }

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

    private void Open(AnswerMarker marker, ReadOnlySpan<char> mark)
    {
        if (marker.Kind == MarkerKind.Token || mark.EndsWith("/>"))
        {
            SkipBlanks();
            return;
        }

        (_open, _depth, _closedInside) = (marker, 1, false);
        _block.Clear().Append(mark);
        _afterClose.Clear();
        _thinking.Break();
    }

    private void Leave(AnswerMarker marker)
    {
        _open = null;
        if (marker.Kind == MarkerKind.Thinking)
        {
            LeaveThinking();
        }
        else if (marker == s_fence || marker == s_json)
        {
            LeaveJson(marker);
        }
        else if (marker.Kind == MarkerKind.ToolCall)
        {
            _calls.AddRange(WrittenToolCalls.Read(_block.ToString(), tools, namedOnly: false));
            SkipBlanks();
        }
        else
        {
            SkipBlanks();
        }
    }

    private void LeaveThinking()
    {
        SkipBlanks();
        (_isHeld, _isDecided) = (false, true);
        if (_depth > 0 && _closedInside)
        {
            // More were opened than closed: what follows the last closing one is the answer.
            Show(_afterClose.ToString());
        }
    }

    private void LeaveJson(AnswerMarker marker)
    {
        var calls = WrittenToolCalls.Read(_block.ToString(), tools, namedOnly: true);
        if (calls.Count == 0)
        {
            Show(_block.ToString());
            return;
        }

        _calls.AddRange(calls);
        if (marker == s_fence)
        {
            SkipBlanks();
        }
    }

    private void CloseUnopened()
    {
        _thinking.Append(_shown.ToString());
        TakesBack |= _given > 0;
        _shown.Clear();
        _calls.Clear();
        (_given, _inFence, _skipsBlanks) = (0, false, true);
        (BeganThinking, _isHeld, _isDecided) = (true, false, true);
    }

    private void Keep(AnswerMarker open, ReadOnlySpan<char> text)
    {
        if (open.Kind == MarkerKind.Thinking)
        {
            _thinking.Append(text);
            if (_closedInside)
            {
                _afterClose.Append(text);
            }

            return;
        }

        if (_block.Length < MaxHeld)
        {
            _block.Append(text);
        }

        if ((open == s_fence && !MayBeCall()) || ((open == s_fence || open == s_json) && _block.Length >= MaxHeld))
        {
            (_open, _inFence) = (null, open == s_fence);
            Show(_block.ToString());
        }
    }

    /// <summary>What the fence holds begins as JSON, as far as it is known.</summary>
    private bool MayBeCall()
    {
        var block = _block.ToString().AsSpan(Fence.Length);
        var start = 0;
        while (start < block.Length && (char.IsAsciiLetter(block[start]) || block[start] == '_' || char.IsWhiteSpace(block[start])))
        {
            start++;
        }

        return start == block.Length ? start < MaxFenceName : block[start] is '{' or '[';
    }

    private void SkipBlanks() => _skipsBlanks = _shown.Length == 0 || char.IsWhiteSpace(LastShown);

    private char LastShown => _shown.Length == 0 ? '\0' : _shown[^1];

    private bool IsAtLineStart => LastShown is '\0' or '\n';

    private void Show(ReadOnlySpan<char> text)
    {
        if (_skipsBlanks)
        {
            text = text.TrimStart();
            _skipsBlanks = text.IsEmpty;
        }

        _shown.Append(text);
    }
}
