using System.Collections.Frozen;
using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Comparing.Coverage;

/// <summary>
/// The words that tell what a text is about, cut to their first letters: in a language that adds endings that finds as much as
/// stemming does (Can et al., "Information retrieval on Turkish texts", 2008), and needs to know no language. Four letters meet
/// short words with endings, five keep longer ones apart; so a word gives both.
/// </summary>
internal static class Terms
{
    private const int ShortestWord = 3;

    private static readonly FrozenSet<string> s_fillers = new[]
    {
        "the", "and", "you", "for", "can", "have", "has", "what", "how", "with", "this", "that", "are", "not", "please", "want", "need", "would", "like",
        "your", "from", "there", "hello", "thanks", "thank", "does", "did", "was", "will", "when", "where", "which", "about", "could", "any", "but", "yes",
        "bir", "icin", "ile", "var", "yok", "nasil", "merhaba", "selam", "lutfen", "istiyorum", "misiniz", "musunuz", "nedir", "hangi", "benim", "bana", "tesekkurler",
        "ama", "evet", "hayir", "daha", "cok", "gibi", "olan", "kadar", "sizin", "sizde",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Of each telling word its term and the word itself, folded.</summary>
    public static IEnumerable<(string Term, string Word)> Of(string text) => TextFold.Words(text)
        .Where(word => word.Length >= ShortestWord && !s_fillers.Contains(word) && char.IsLetter(word[0]))
        .SelectMany(word => word.Length > 4 ? new[] { (UnicodeText.Cut(word, 4), word), (UnicodeText.Cut(word, 5), word) } : [(word, word)]);

    /// <summary>The narrowest term of a word.</summary>
    public static string Stem(string word) => UnicodeText.Cut(word, 5);
}
