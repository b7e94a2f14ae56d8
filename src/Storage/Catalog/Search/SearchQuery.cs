using System.Collections.Frozen;
using FlowEngine.Text;

namespace FlowEngine.Storage.Catalog.Search;

/// <summary>The words of a question that say what is looked for.</summary>
public sealed record SearchQuery(IReadOnlyList<SearchWord> Words)
{
    /// <summary>A message may be long; more words than these change nothing.</summary>
    private const int MaxWords = 32;

    public bool IsEmpty => Words.Count == 0;

    /// <summary>A row must have one of them, unless the question is of measures alone.</summary>
    public bool IsMeaningful(SearchWord word) => !word.IsMeasure || Words.All(other => other.IsMeasure);

    internal static SearchQuery Of(string text, FrozenSet<string> stopWords) =>
        new(HowPhrases.Removed([.. SearchText.Words(text)])
            .Where(word => !stopWords.Contains(word))
            .Distinct(StringComparer.Ordinal)
            .Take(MaxWords)
            .Select(SearchWord.Of)
            .ToList());
}
