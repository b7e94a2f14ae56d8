namespace FlowEngine.Integrations.Offline;

/// <summary>Cuts an answer into pieces of a few words, which joined are the answer again.</summary>
internal static class WordChunks
{
    private const int WordsPerChunk = 3;

    public static IEnumerable<string> Of(string text)
    {
        var start = 0;
        var words = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i - 1]) && !char.IsWhiteSpace(text[i]) && ++words == WordsPerChunk)
            {
                yield return text[start..i];
                start = i;
                words = 0;
            }
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }
}
