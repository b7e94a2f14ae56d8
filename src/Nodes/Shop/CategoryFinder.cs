using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Shop;

/// <summary>
/// Which category a message means. The longest name or synonym wins; of equally long ones the tenant's priority decides, then the later
/// in the text, as the head of a compound comes last in Turkish and in English ("forklift battery" is a battery).
/// </summary>
internal static class CategoryFinder
{
    public static ProductCategory? Find(
        FoldedText message,
        IReadOnlyList<ProductCategory> categories,
        IReadOnlyList<string> priority,
        IReadOnlyList<string> excludedUnlessExplicit)
    {
        var candidates = categories
            .Select(category => Match(message, category))
            .OfType<Candidate>()
            .ToList();
        var reluctant = candidates.Where(candidate => excludedUnlessExplicit.Contains(candidate.Category.Slug)).ToList();
        var named = reluctant.Where(candidate => candidate.IsName).ToList();
        var others = candidates.Except(reluctant).ToList();
        var field = named.Count > 0 ? named : others.Count > 0 ? others : reluctant;
        return field
            .OrderByDescending(candidate => candidate.Words)
            .ThenBy(candidate => Rank(candidate.Category.Slug, priority))
            .ThenByDescending(candidate => candidate.End)
            .FirstOrDefault()?.Category;
    }

    private static int Rank(string slug, IReadOnlyList<string> priority)
    {
        for (var i = 0; i < priority.Count; i++)
        {
            if (priority[i] == slug)
            {
                return i;
            }
        }

        return priority.Count;
    }

    private static Candidate? Match(FoldedText message, ProductCategory category)
    {
        Candidate? best = null;
        var names = category.Name.Values.Append(category.Slug.Replace('-', ' ')).Select(name => (Phrase: name, IsName: true));
        foreach (var (phrase, isName) in names.Concat(category.Synonyms.Select(synonym => (Phrase: synonym, IsName: false))))
        {
            var words = TextFold.Words(phrase);
            var end = LastEnd(message.Words, words);
            if (end < 0)
            {
                continue;
            }

            var better = best is null || words.Length > best.Words || (words.Length == best.Words && end > best.End);
            best = better ? new(category, words.Length, end, isName || best?.IsName == true) : best! with { IsName = best.IsName || isName };
        }

        return best;
    }

    /// <summary>The index after the phrase's last occurrence; -1 where it is not there.</summary>
    private static int LastEnd(IReadOnlyList<string> text, string[] phrase)
    {
        for (var start = text.Count - phrase.Length; phrase.Length > 0 && start >= 0; start--)
        {
            var at = start;
            if (phrase.Index().All(word => Inflections.IsFormOf(text[at + word.Index], word.Item)))
            {
                return start + phrase.Length;
            }
        }

        return -1;
    }

    private sealed record Candidate(ProductCategory Category, int Words, int End, bool IsName);
}
