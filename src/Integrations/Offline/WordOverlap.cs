using FlowEngine.Text;

namespace FlowEngine.Integrations.Offline;

/// <summary>How many words of a question a text has; endings of words are overlooked.</summary>
internal static class WordOverlap
{
    private const int ShortestStem = 4;

    /// <summary>The words that say what a text is about, each once.</summary>
    public static IReadOnlyList<string> ContentWords(IReadOnlyList<string> foldedWords) =>
        [.. foldedWords.Where(word => !StopWords.Contains(word)).Distinct(StringComparer.Ordinal)];

    public static int Count(IReadOnlyList<string> contentWords, string text)
    {
        var words = TextFold.Words(text);
        return contentWords.Count(word => words.Any(other => SameStem(word, other)));
    }

    private static bool SameStem(string left, string right)
    {
        if (left == right)
        {
            return true;
        }

        var shorter = Math.Min(left.Length, right.Length);
        var stem = Math.Max(ShortestStem, shorter - 2);
        return shorter >= stem && left.AsSpan(0, stem).SequenceEqual(right.AsSpan(0, stem));
    }
}
