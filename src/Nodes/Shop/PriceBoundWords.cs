namespace FlowEngine.Nodes.Shop;

/// <summary>
/// The words around an amount that make it a bound, folded: before it ("en fazla", "less than") or after it ("altında", "or more"), turned around by a
/// negation ("fazla olmasın", "not more than").
/// </summary>
internal static class PriceBoundWords
{
    private const int MaxBefore = 6;
    private const int MaxAfter = 4;
    private const int MaxNegation = 5;

    private static readonly Phrase[] s_before =
    [
        .. Phrases(PriceBound.AtMost, "en fazla|en cok|azami|maks|maksimum|max|maximum|ust limit*|butce*|budget*|limit*|under|below|beneath|less than|lower than|up to|at most|at max|cheaper than|within|<|<=|≤"),
        .. Phrases(PriceBound.AtLeast, "en az|asgari|min|minimum|alt limit*|over|above|beyond|more than|higher than|greater than|more expensive than|dearer than|pricier than|costlier than|at least|at min|from|starting at|starting from|exceed*|upwards of|>|>=|≥"),
    ];

    private static readonly Phrase[] s_after =
    [
        .. Phrases(PriceBound.AtMost, "en fazla|en cok|alti|altinda*|altina|altindan|altta*|asagi*|kadar|gecmeyen*|gecmeyecek*|gecmesin*|gecmez|gecmeden|gecmemeli|asmayan*|asmayacak*|asmasin*|asmaz|asmadan|asmamali|maks|maksimum|max|maximum|tops|limit*|butce*|budget*|ceiling|at most|at the most|or less|or under|or below|or lower|or cheaper|and less|and under|and below|and lower"),
        .. Phrases(PriceBound.AtLeast, "en az|ustu|ustunde*|ustune|uzeri*|yukari*|gecen|gecenler|asan|asanlar|fazlasi*|itibaren|baslayan*|baslasin|min|minimum|at least|or more|or above|or over|or higher|or up|and up|and more|and above|and over|and higher|plus|upward*"),
    ];

    /// <summary>They compare only where the amount has the ending "-den", or where they are negated: "2000 TL pahalı" asks for nothing dearer.</summary>
    private static readonly Phrase[] s_compared =
    [
        .. Phrases(PriceBound.AtMost, "az|ucuz*|dusuk*|uygun*|hesapli*|ekonomik*"),
        .. Phrases(PriceBound.AtLeast, "fazla*|cok|pahali*|yuksek*"),
    ];

    /// <summary>The bound that stands before an amount, the nearest first.</summary>
    /// <param name="words">From the amount before, or the beginning of the clause.</param>
    public static PriceBound Before(IReadOnlyList<string> words)
    {
        for (var end = words.Count; end > Math.Max(0, words.Count - MaxBefore); end--)
        {
            if (EndingAt(s_before, words, end) is { } phrase)
            {
                var start = end - phrase.Words.Length;
                return IsNegatedBefore(words, start) ? Opposite(phrase.Bound) : phrase.Bound;
            }
        }

        return PriceBound.None;
    }

    /// <summary>The bound that stands after an amount.</summary>
    /// <param name="words">Up to the next amount, or the end of the clause.</param>
    /// <param name="isCompared">The amount has the ending "-den".</param>
    /// <returns>With the number of words that belong to it.</returns>
    public static (PriceBound Bound, int Words) After(IReadOnlyList<string> words, bool isCompared)
    {
        for (var start = 0; start < Math.Min(MaxAfter, words.Count); start++)
        {
            if (StartingAt(s_after, words, start) is { } phrase && !IsHowMuch(words, start))
            {
                var end = start + phrase.Words.Length;
                var negation = NegationFrom(words, end);
                return (negation > 0 ? Opposite(phrase.Bound) : phrase.Bound, negation > 0 ? negation : end);
            }

            if (StartingAt(s_compared, words, start) is { } compared)
            {
                var end = start + compared.Words.Length;
                var negation = NegationFrom(words, end);
                if (negation > 0)
                {
                    return (Opposite(compared.Bound), negation);
                }

                if (isCompared)
                {
                    return (compared.Bound, end);
                }
            }
        }

        return (PriceBound.None, 0);
    }

    /// <summary>"More than 2000 is too much", "2000 üstü çok pahalı".</summary>
    public static bool IsTooMuch(IReadOnlyList<string> words) =>
        (words.Contains("too") && words.Any(word => word is "much" or "expensive" or "high" or "dear"))
        || (words.Contains("cok") && words.Any(word => word is "pahali" or "pahaliya" or "fazla" or "gelir"));

    private static PriceBound Opposite(PriceBound bound) => bound switch
    {
        PriceBound.AtMost => PriceBound.AtLeast,
        PriceBound.AtLeast => PriceBound.AtMost,
        _ => PriceBound.None,
    };

    private static bool IsNegatedBefore(IReadOnlyList<string> words, int start)
    {
        if (start > 0 && words[start - 1] is "no")
        {
            return true;
        }

        for (var i = start - 1; i >= Math.Max(0, start - MaxNegation); i--)
        {
            // "Not too expensive" says nothing of the bound behind it.
            if (words[i] is "too" or "very" or "so" or "that" or "expensive" or "cheap" or "sure" or "rich")
            {
                return false;
            }

            if (words[i] is "not" or "never" or "nothing" or "without" or "cannot" or "none" or "dont" or "cant")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The end of a negation that begins soon after the phrase; 0 where there is none.</summary>
    private static int NegationFrom(IReadOnlyList<string> words, int from)
    {
        for (var i = from; i < Math.Min(words.Count, from + MaxNegation); i++)
        {
            if (IsNegation(words[i]))
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static bool IsNegation(string word) =>
        word is "degil" or "degildir" or "olmaz" or "olmamali" or "istemiyorum" or "istemiyoruz" or "istemem" or "istemeyiz" or "haric" or "not"
        || word.EndsWith("masin", StringComparison.Ordinal) || word.EndsWith("mesin", StringComparison.Ordinal)
        || word.EndsWith("mayan", StringComparison.Ordinal) || word.EndsWith("meyen", StringComparison.Ordinal)
        || word.EndsWith("mamali", StringComparison.Ordinal) || word.EndsWith("memeli", StringComparison.Ordinal)
        || word.EndsWith("masinlar", StringComparison.Ordinal) || word.EndsWith("mesinler", StringComparison.Ordinal);

    /// <summary>"Ne kadar" asks, "2000'e kadar" bounds.</summary>
    private static bool IsHowMuch(IReadOnlyList<string> words, int start) => words[start] == "kadar" && start > 0 && words[start - 1] is "ne" or "bu" or "o" or "su";

    private static Phrase? StartingAt(Phrase[] phrases, IReadOnlyList<string> words, int start) =>
        phrases.Where(phrase => phrase.IsAt(words, start)).MaxBy(phrase => phrase.Words.Length);

    private static Phrase? EndingAt(Phrase[] phrases, IReadOnlyList<string> words, int end) =>
        phrases.Where(phrase => phrase.IsAt(words, end - phrase.Words.Length)).MaxBy(phrase => phrase.Words.Length);

    private static IEnumerable<Phrase> Phrases(PriceBound bound, string list) => list.Split('|').Select(phrase => new Phrase(bound, phrase.Split(' ')));

    private sealed record Phrase(PriceBound Bound, string[] Words)
    {
        public bool IsAt(IReadOnlyList<string> words, int start)
        {
            if (start < 0 || start + Words.Length > words.Count)
            {
                return false;
            }

            for (var i = 0; i < Words.Length; i++)
            {
                var isStem = Words[i].EndsWith('*');
                if (isStem ? !words[start + i].StartsWith(Words[i][..^1], StringComparison.Ordinal) : words[start + i] != Words[i])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
