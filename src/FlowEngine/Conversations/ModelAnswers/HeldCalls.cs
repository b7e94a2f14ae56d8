using System.Text;
using Microsoft.Extensions.AI;

namespace FlowEngine.Conversations.ModelAnswers;

/// <summary>
/// Holds text that may be a call of a tool until it is known whether it is one: what stands between the marks of a call, a fence that
/// holds JSON, and an answer that begins as JSON. What is no call is shown.
/// </summary>
/// <param name="tools">Names of the tools that were offered.</param>
internal sealed class HeldCalls(IReadOnlySet<string> tools, ShownText shown)
{
    /// <summary>Characters that are held because they may be a tool call.</summary>
    private const int MaxHeld = 16_000;

    /// <summary>Characters of a fence's language and the blanks that follow it.</summary>
    private const int MaxFenceName = 60;

    private const string Fence = "```";

    private static readonly AnswerMarker s_fence = new(MarkerKind.ToolCall, Fence, Fence);
    private static readonly AnswerMarker s_json = new(MarkerKind.ToolCall, "{", null);

    private readonly StringBuilder _held = new();
    private readonly List<FunctionCallContent> _calls = [];

    public IReadOnlyList<FunctionCallContent> Calls => _calls;

    /// <summary>The shown text is inside a fence.</summary>
    public bool IsInFence { get; private set; }

    /// <summary>Forgets all that was read.</summary>
    public void Clear()
    {
        _calls.Clear();
        IsInFence = false;
    }

    /// <returns>Where the closing mark may begin, or a negative number.</returns>
    public static int NextMark(AnswerMarker open, ReadOnlySpan<char> text) => open.Close is { } close ? text.IndexOf(close[0]) : -1;

    /// <param name="opened">Not null: from here text is held until the mark is closed.</param>
    public MarkerMatch MatchUnmarked(ReadOnlySpan<char> text, out int length, out AnswerMarker? opened)
    {
        var match = MatchFence(text, out length, out opened);
        return match == MarkerMatch.None ? MatchJson(text, out length, out opened) : match;
    }

    public MarkerMatch MatchClose(AnswerMarker open, ReadOnlySpan<char> text, out int length)
    {
        var match = open.MatchClose(text, out length);
        if (match == MarkerMatch.Found)
        {
            if (open == s_fence)
            {
                _held.Append(Fence);
            }

            Close(open);
        }

        return match;
    }

    /// <param name="mark">As the answer writes it.</param>
    public void Open(ReadOnlySpan<char> mark) => _held.Clear().Append(mark);

    /// <returns>False where all that was held is no call, and is shown.</returns>
    public bool Hold(AnswerMarker open, ReadOnlySpan<char> text)
    {
        if (_held.Length < MaxHeld)
        {
            _held.Append(text);
        }

        if (!IsUnmarked(open) || (_held.Length < MaxHeld && (open != s_fence || MayBeCall())))
        {
            return true;
        }

        IsInFence = open == s_fence;
        shown.Append(_held.ToString());
        return false;
    }

    /// <summary>Reads the calls in what was held.</summary>
    public void Close(AnswerMarker open)
    {
        if (IsUnmarked(open))
        {
            CloseUnmarked(open);
            return;
        }

        if (open.Kind == MarkerKind.ToolCall)
        {
            _calls.AddRange(WrittenToolCalls.Read(_held.ToString(), tools, namedOnly: false));
        }

        shown.SkipBlanks();
    }

    private void CloseUnmarked(AnswerMarker open)
    {
        var calls = WrittenToolCalls.Read(_held.ToString(), tools, namedOnly: true);
        if (calls.Count == 0)
        {
            shown.Append(_held.ToString());
            return;
        }

        _calls.AddRange(calls);
        if (open == s_fence)
        {
            shown.SkipBlanks();
        }
    }

    private MarkerMatch MatchFence(ReadOnlySpan<char> text, out int length, out AnswerMarker? opened)
    {
        (length, opened) = (Fence.Length, null);
        var known = Math.Min(text.Length, Fence.Length);
        if (!shown.IsAtLineStart || !text[..known].SequenceEqual(Fence.AsSpan(0, known)))
        {
            return MarkerMatch.None;
        }

        if (text.Length < Fence.Length)
        {
            return MarkerMatch.Partial;
        }

        if (!IsInFence && tools.Count > 0)
        {
            opened = s_fence;
            Open(Fence);
            return MarkerMatch.Found;
        }

        IsInFence = !IsInFence;
        shown.Append(Fence);
        return MarkerMatch.Found;
    }

    /// <summary>An answer that begins as JSON may be a call and nothing else.</summary>
    private MarkerMatch MatchJson(ReadOnlySpan<char> text, out int length, out AnswerMarker? opened)
    {
        (length, opened) = (1, null);
        if (tools.Count == 0 || !shown.IsEmpty || text[0] is not ('{' or '['))
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

        opened = s_json;
        Open(text[..1]);
        return MarkerMatch.Found;
    }

    /// <summary>What the fence holds begins as JSON, as far as it is known.</summary>
    private bool MayBeCall()
    {
        var block = _held.ToString(Fence.Length, Math.Min(_held.Length - Fence.Length, MaxFenceName));
        var start = 0;
        while (start < block.Length && (char.IsAsciiLetter(block[start]) || block[start] == '_' || char.IsWhiteSpace(block[start])))
        {
            start++;
        }

        return start == block.Length ? start < MaxFenceName : block[start] is '{' or '[';
    }

    private static bool IsUnmarked(AnswerMarker open) => open == s_fence || open == s_json;
}
