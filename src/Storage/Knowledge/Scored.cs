using FlowEngine.Storage.Catalog.Search;

namespace FlowEngine.Storage.Knowledge;

/// <summary>A document with the share of the question's words that it has, each weighted by its rarity.</summary>
internal sealed record Scored(long Id, double Score, int InTitle, int Quality)
{
    public static IEnumerable<Scored> Of(SearchQuery query, IReadOnlyList<TextHit> hits, long documents)
    {
        var matches = hits.Select(hit => (hit.Id, Match: TextMatch.Of(query, hit.SearchText))).ToList();
        var weights = query.Words.ToDictionary(
            word => word,
            word => Math.Log(1 + ((documents + 1d) / (matches.Count(hit => hit.Match.Matched.Contains(word)) + 1d))));
        var whole = weights.Values.Sum();
        return matches
            .Where(hit => hit.Match.Matched.Any(query.IsMeaningful))
            .Select(hit => new Scored(
                hit.Id, hit.Match.Matched.Sum(word => weights[word]) / whole, hit.Match.InName, hit.Match.Quality));
    }
}
