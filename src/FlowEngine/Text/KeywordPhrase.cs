namespace FlowEngine.Text;

/// <summary>A keyword's folded words; a stem permits suffixes of the last one.</summary>
internal sealed record KeywordPhrase(string[] Words, bool IsStem)
{
    public bool IsAt(IReadOnlyList<string> words, int start)
    {
        var last = Words.Length - 1;
        if (start + last >= words.Count)
        {
            return false;
        }

        for (var i = 0; i < last; i++)
        {
            if (words[start + i] != Words[i])
            {
                return false;
            }
        }

        return IsStem
            ? words[start + last].StartsWith(Words[last], StringComparison.Ordinal)
            : words[start + last] == Words[last];
    }
}
