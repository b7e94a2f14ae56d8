using System.Text;

namespace FlowEngine.Comparing.Gates;

/// <summary>Line and column, from 1, of a byte of a text; columns are characters as an editor counts them.</summary>
internal readonly record struct JsonPlace(int Line, int Column)
{
    public static JsonPlace Of(ReadOnlySpan<byte> text, long at)
    {
        var before = text[..(int)Math.Clamp(at, 0, text.Length)];
        return new(1 + before.Count((byte)'\n'), 1 + Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]));
    }

    /// <param name="line">From 0.</param>
    /// <param name="byteInLine">From 0.</param>
    public static JsonPlace Of(ReadOnlySpan<byte> text, long line, long byteInLine)
    {
        var start = 0;
        for (; line > 0 && text[start..].IndexOf((byte)'\n') is >= 0 and var end; line--)
        {
            start += end + 1;
        }

        return Of(text, start + byteInLine);
    }
}
