namespace FlowEngine.Comparing.Coverage;

/// <summary>The terms of a set of conversations: tf-idf, numbered in the order of their letters so that nothing depends on the order of reading.</summary>
internal sealed class TermSpace
{
    private const double OnlyOne = 0.25;

    private readonly string[] _words;

    private TermSpace(TermVector[] vectors, string[] words) => (Vectors, _words) = (vectors, words);

    /// <summary>In the order of the texts.</summary>
    public TermVector[] Vectors { get; }

    public static TermSpace Of(IReadOnlyList<string> texts)
    {
        var found = texts.Select(text => Terms.Of(text).ToArray()).ToArray();
        var documents = found
            .SelectMany(terms => terms.Select(entry => entry.Term).Distinct(StringComparer.Ordinal))
            .CountBy(term => term, StringComparer.Ordinal)
            .OrderBy(term => term.Key, StringComparer.Ordinal)
            .ToArray();
        var numbers = documents.Select((term, number) => (term.Key, number)).ToDictionary(term => term.Key, term => term.number, StringComparer.Ordinal);
        var rarity = Array.ConvertAll(documents, term => Rarity(term.Value, texts.Count));
        var words = found.SelectMany(terms => terms)
            .CountBy(entry => entry)
            .OrderByDescending(entry => entry.Value)
            .ThenBy(entry => entry.Key.Word, StringComparer.Ordinal)
            .DistinctBy(entry => entry.Key.Term)
            .ToDictionary(entry => entry.Key.Term, entry => entry.Key.Word, StringComparer.Ordinal);
        var vectors = Array.ConvertAll(found, terms => TermVector.Of(terms
            .CountBy(entry => entry.Term, StringComparer.Ordinal)
            .Select(term => (numbers[term.Key], (1 + Math.Log(term.Value)) * rarity[numbers[term.Key]]))));
        return new(vectors, Array.ConvertAll(documents, term => words[term.Key]));
    }

    /// <summary>
    /// A term of one text alone is like nothing, but tells the text from those that share only a common word with it: it counts for a part.
    /// </summary>
    private static double Rarity(int texts, int of) => (texts == 1 ? OnlyOne : 1) * Math.Log((1 + ((double)of / texts)) / 2) + 1e-6;

    /// <summary>The heaviest terms, each as the word that it is met as most often.</summary>
    public string Label(TermVector centre) => string.Join(' ', centre.Weights
        .OrderByDescending(entry => entry.Weight)
        .ThenBy(entry => entry.Term)
        .Select(entry => _words[entry.Term])
        .DistinctBy(Terms.Stem)
        .Take(3));
}
