namespace FlowEngine.Drawflow.Reading;

internal static class JsonText
{
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        var whiteSpace = " \t\r\n"u8;
        var start = text.IndexOfAnyExcept(whiteSpace);
        return start < 0 ? [] : text[start..(text.LastIndexOfAnyExcept(whiteSpace) + 1)];
    }
}
