namespace FlowEngine.Conversations;

/// <summary>
/// Joins the pieces of a text that comes bit by bit: a piece that ends with half a surrogate pair gives that half with the next one.
/// For one text; not for use by several threads.
/// </summary>
public sealed class SurrogateJoiner
{
    private char? _held;

    /// <summary>What can be passed on now; lone surrogates are replaced.</summary>
    public string Add(string piece)
    {
        if (piece.Length == 0)
        {
            return "";
        }

        var text = _held is { } half ? half + piece : piece;
        _held = char.IsHighSurrogate(text[^1]) ? text[^1] : null;
        return UnicodeText.WellFormed(_held is null ? text : text[..^1]);
    }

    /// <summary>What is still held when the text is at its end.</summary>
    public string Flush()
    {
        var rest = _held is { } half ? UnicodeText.WellFormed(half.ToString()) : "";
        _held = null;
        return rest;
    }
}
