using System.Collections.Frozen;

namespace FlowEngine.Text;

/// <summary>Tells Turkish, English and German apart by letters and common words; deterministic and without a model.</summary>
public static class LanguageDetector
{
    private const int LetterWeight = 2;
    private const int WordWeight = 2;

    private static readonly FrozenDictionary<string, LanguageMarks> s_marks = new Dictionary<string, LanguageMarks>
    {
        ["tr"] = new("ışğİ", "öüç", Set(
            "ve bir bu su icin ile mi mu ne var yok nasil nedir kac hangi en cok daha merhaba selam evet hayir lutfen tesekkurler " +
            "istiyorum ariyorum lazim fiyat fiyati ucuz bana ben sen siz biz ama veya gibi olan degil kadar gore ister misin misiniz " +
            "nerede neden musunuz iyi gunler kolay gelsin stokta urun urunler kampanya indirim ucret tl lira")),
        ["en"] = new("", "", Set(
            "the and a an is are was i you we it of to in for with on my your me do does can could would what which how where when " +
            "why who hello hi hey please thanks thank yes no not want need looking show price cheapest cheap have has this that there " +
            "any much many buy order help from at be or if")),
        ["de"] = new("ßä", "öü", Set(
            "und der die das ein eine ist sind ich du wir sie es mit fur auf nicht ja nein bitte danke hallo wie was wo wann warum " +
            "welche mochte suche brauche preis billig guten tag haben kann konnen mir mich den dem zu von im")),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The most likely of the languages, or the fallback where nothing speaks for one of them more than for the others.</summary>
    public static string Detect(string text, IReadOnlyList<string> languages, string fallback)
    {
        var words = TextFold.Words(text);
        var best = fallback;
        var bestScore = 0;
        var isTied = false;
        foreach (var language in languages)
        {
            var score = s_marks.TryGetValue(LanguageNumbers.Primary(language), out var marks) ? Score(text, words, marks) : 0;
            if (score > bestScore)
            {
                (best, bestScore, isTied) = (language, score, false);
            }
            else if (score == bestScore && score > 0)
            {
                isTied = true;
            }
        }

        return isTied ? fallback : best;
    }

    private static int Score(string text, string[] words, LanguageMarks marks) =>
        words.Count(marks.Words.Contains) * WordWeight
        + text.Count(c => marks.OwnLetters.Contains(char.ToLowerInvariant(c), StringComparison.Ordinal)) * LetterWeight
        + text.Count(c => marks.SharedLetters.Contains(char.ToLowerInvariant(c), StringComparison.Ordinal));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private sealed record LanguageMarks(string OwnLetters, string SharedLetters, FrozenSet<string> Words);
}
