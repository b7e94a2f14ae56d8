namespace FlowEngine.Storage.Catalog.Search;

/// <summary>How well a row answers a query.</summary>
/// <param name="Matched">The words of the query that the row has.</param>
/// <param name="InName">How many of them its name has.</param>
/// <param name="Quality">Sum of <see cref="SearchWord.Match"/>.</param>
internal sealed record TextMatch(IReadOnlyList<SearchWord> Matched, int InName, int Quality)
{
    /// <summary>The greater, the better.</summary>
    public (int Words, int InName, int Quality) Order => (Matched.Count, InName, Quality);

    public static TextMatch Of(SearchQuery query, string searchText)
    {
        SearchText.Split(searchText, out var name, out var others);
        var matched = new List<SearchWord>(query.Words.Count);
        var inName = 0;
        var quality = 0;
        foreach (var word in query.Words)
        {
            var named = Best(word, name);
            var best = named == 3 ? named : Math.Max(named, Best(word, others));
            if (best > 0)
            {
                matched.Add(word);
                quality += best;
                inName += named > 0 ? 1 : 0;
            }
        }

        return new(matched, inName, quality);
    }

    private static int Best(SearchWord word, ReadOnlySpan<char> candidates)
    {
        if (!word.MayBeIn(candidates))
        {
            return 0;
        }

        var best = 0;
        foreach (var candidate in candidates.Split(' '))
        {
            best = Math.Max(best, word.Match(candidates[candidate]));
            if (best == 3)
            {
                break;
            }
        }

        return best;
    }
}
