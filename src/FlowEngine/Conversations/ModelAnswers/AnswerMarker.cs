namespace FlowEngine.Conversations.ModelAnswers;

internal enum MarkerKind
{
    /// <summary>Begins what the model thinks.</summary>
    Thinking,

    /// <summary>Begins a call of a tool that is written as text.</summary>
    ToolCall,

    /// <summary>Begins something that is neither shown nor read.</summary>
    Withheld,

    /// <summary>A control token that the service left in the text.</summary>
    Token,
}

internal enum MarkerMatch
{
    None,

    /// <summary>More text is needed.</summary>
    Partial,

    Found,
}

/// <param name="Open">Compared without case.</param>
/// <param name="Close">Null: what it begins goes on to the end of the answer.</param>
/// <param name="IsTag">Both are tags without their last bracket, before which an opening one may have attributes.</param>
/// <param name="AtLineStart">Elsewhere it is text like any other.</param>
internal sealed record AnswerMarker(MarkerKind Kind, string Open, string? Close, bool IsTag = false, bool AtLineStart = false)
{
    private const int MaxAttributes = 200;

    /// <summary>Its closing mark without an opening one says that all before it was thinking.</summary>
    public bool ClosesAlone { get; init; }

    public static AnswerMarker Tag(MarkerKind kind, string name) => new(kind, $"<{name}", $"</{name}", IsTag: true);

    public MarkerMatch MatchOpen(ReadOnlySpan<char> text, out int length) => Match(text, Open, IsTag, out length);

    public MarkerMatch MatchClose(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        return Close is null ? MarkerMatch.None : Match(text, Close, IsTag, out length);
    }

    private static MarkerMatch Match(ReadOnlySpan<char> text, string mark, bool isTag, out int length)
    {
        length = mark.Length;
        var known = Math.Min(text.Length, mark.Length);
        if (!text[..known].Equals(mark.AsSpan(0, known), StringComparison.OrdinalIgnoreCase))
        {
            return MarkerMatch.None;
        }

        if (text.Length < mark.Length)
        {
            return MarkerMatch.Partial;
        }

        return isTag ? MatchTagEnd(text, ref length) : MarkerMatch.Found;
    }

    private static MarkerMatch MatchTagEnd(ReadOnlySpan<char> text, ref int length)
    {
        var after = text[length..];
        if (after.IsEmpty)
        {
            return MarkerMatch.Partial;
        }

        if (after[0] != '>' && after[0] != '/' && !char.IsWhiteSpace(after[0]))
        {
            return MarkerMatch.None;
        }

        var end = after[..Math.Min(after.Length, MaxAttributes)].IndexOfAny('>', '<');
        if (end < 0)
        {
            return after.Length < MaxAttributes ? MarkerMatch.Partial : MarkerMatch.None;
        }

        length += end + 1;
        return after[end] == '>' ? MarkerMatch.Found : MarkerMatch.None;
    }
}
