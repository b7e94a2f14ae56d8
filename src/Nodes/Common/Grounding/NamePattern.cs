using System.Text.RegularExpressions;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Common.Grounding;

/// <summary>
/// Words of an answer that read as names of products: codes of letters and digits, and capitalised words beside a word that products
/// are named with. Currencies, units and the tenant's own words are no names.
/// </summary>
internal static partial class NamePattern
{
    public static IEnumerable<string> UnknownIn(string answer, GivenFacts given)
    {
        foreach (var line in Sentence().Split(answer))
        {
            var words = Word().Matches(line).Select(match => match.Value).ToList();
            for (var i = 0; i < words.Count; i++)
            {
                if (!IsKnown(words[i], given) && (IsCode(words[i]) || IsNameAt(words, i, given)))
                {
                    yield return words[i];
                }
            }
        }
    }

    private static bool IsKnown(string word, GivenFacts given)
    {
        var parts = TextFold.Words(word);
        return parts.Length == 0 || parts.All(given.HasWord) || given.Ordinary.Has(word);
    }

    private static bool IsCode(string word) => ProductNames.IsModelCode(word) && !Measure().IsMatch(word);

    /// <summary>The first word of a sentence is capitalised anyhow, so it takes a capitalised neighbour to be a name.</summary>
    private static bool IsNameAt(List<string> words, int i, GivenFacts given)
    {
        if (!char.IsUpper(words[i][0]))
        {
            return false;
        }

        var after = i + 1 < words.Count ? words[i + 1] : "";
        if (IsProductWord(after, given))
        {
            return i > 0 || char.IsUpper(after[0]);
        }

        return i > 0 && IsProductWord(words[i - 1], given) && char.IsUpper(words[i - 1][0]);
    }

    private static bool IsProductWord(string word, GivenFacts given) =>
        word.Length > 0 && TextFold.Fold(word) is var folded && given.ProductWords.Contains(folded);

    [GeneratedRegex(@"[.!?:]\s|\n", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"[\p{L}\p{N}]+([-./][\p{L}\p{N}]+)*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();

    /// <summary>Numbers with a unit, ordinals and times.</summary>
    [GeneratedRegex(
        @"^[0-9]+([.,][0-9]+)*-?(kg|t|ton|mm|cm|m|km|v|volt|ah|a|kw|kwh|hp|lt|l|h|x[0-9]+|st|nd|rd|th|lik|luk|lu|li|inci|nci|gb|saat|ay|yıl)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Measure();
}
