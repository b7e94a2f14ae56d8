using System.Collections.Frozen;

namespace FlowEngine.Integrations.Offline;

/// <summary>Folded words that say nothing of what a question is about.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> s_words = FrozenSet.ToFrozenSet(
        [
            "a", "acaba", "ama", "an", "and", "any", "are", "as", "at", "bana", "be", "ben", "bir", "biraz", "biri", "birlikte", "biz",
            "bize", "bu", "bunlar", "but", "by", "can", "could", "da", "daha", "de", "diye", "do", "does", "eder", "en", "for", "from",
            "gibi", "hakkinda", "hangi", "have", "hem", "how", "i", "icin", "if", "il", "ile", "in", "is", "istiyorum", "it", "kac",
            "kadar", "ki", "kim", "lutfen", "me", "mi", "misin", "misiniz", "mu", "my", "nasil", "ne", "neden", "nedir", "neler", "of",
            "olan", "olarak", "on", "or", "our", "please", "sen", "show", "siz", "size", "sizde", "so", "some", "that", "the", "there",
            "this", "to", "us", "var", "varmi", "ve", "veya", "was", "we", "what", "when", "where", "which", "who", "with", "would",
            "ya", "yada", "you", "your",
        ],
        StringComparer.Ordinal);

    public static bool Contains(string foldedWord) => foldedWord.Length < 2 || s_words.Contains(foldedWord);
}
