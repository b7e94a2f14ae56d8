namespace FlowEngine.Drawflow.Reading;

internal static class NotJsonGuess
{
    /// <summary>What a text that is no JSON seems to be, where that can be told.</summary>
    public static string? Of(ReadOnlySpan<byte> text)
    {
        var start = JsonText.Trim(text);
        if (start.IsEmpty)
        {
            return null;
        }

        var quoted = text.IndexOf("\"drawflow\""u8) >= 0;
        return start[0] switch
        {
            (byte)'<' => "HTML or XML",
            (byte)'{' or (byte)'[' when quoted => "a Drawflow export with an error in its JSON",
            (byte)'{' or (byte)'[' when text.IndexOf("drawflow"u8) >= 0 || text.IndexOf("outputs"u8) >= 0 =>
                "a JavaScript object literal; write it with JSON.stringify",
            _ when quoted || text.IndexOf("drawflow"u8) >= 0 => "program text or a database row around a Drawflow export; pass the exported JSON only",
            _ => null,
        };
    }
}
