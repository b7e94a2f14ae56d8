namespace FlowEngine.Text;

/// <summary>How long a text may become, as source, as rendered and as what a filter gives.</summary>
internal static class TextLimit
{
    /// <summary>In characters.</summary>
    public const int Length = 64 * 1024;

    /// <summary>At most so many characters, without half a surrogate pair at the end.</summary>
    public static ReadOnlySpan<char> Cut(string text, int length) =>
        text.Length <= length ? text
        : char.IsHighSurrogate(text[length - 1]) ? text.AsSpan(0, length - 1)
        : text.AsSpan(0, length);
}
