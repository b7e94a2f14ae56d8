using System.Collections.Frozen;

namespace FlowEngine.Text;

/// <summary><c>how long</c> and its like: the second word asks for a measure and says nothing of the matter.</summary>
public static class HowPhrases
{
    private static readonly FrozenSet<string> s_measures = FrozenSet.ToFrozenSet(["long", "far", "often", "fast", "soon", "late", "old"]);

    /// <summary>The folded words without such phrases.</summary>
    public static IReadOnlyList<string> Removed(IReadOnlyList<string> foldedWords)
    {
        var kept = new List<string>(foldedWords.Count);
        for (var i = 0; i < foldedWords.Count; i++)
        {
            if (foldedWords[i] == "how" && i + 1 < foldedWords.Count && s_measures.Contains(foldedWords[i + 1]))
            {
                i++;
                continue;
            }

            kept.Add(foldedWords[i]);
        }

        return kept;
    }
}
