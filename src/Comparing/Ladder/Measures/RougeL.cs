namespace FlowEngine.Comparing.Ladder.Measures;

/// <summary>
/// ROUGE-L: the F-measure (beta 1) of the longest common subsequence of words. Takes time in the product of both lengths and memory in the
/// shorter one's; of a longer text than <see cref="MaxTokens"/> words the rest is not read.
/// </summary>
public static class RougeL
{
    public const int MaxTokens = 4_000;

    /// <returns>0 to 1; 1 for two empty texts.</returns>
    public static double Of(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        if (left.Count == 0 || right.Count == 0)
        {
            return left.Count == right.Count ? 1 : 0;
        }

        var (longer, shorter) = Numbered(left, right);
        return 2.0 * Longest(longer, shorter) / (longer.Length + shorter.Length);
    }

    /// <summary>Words as numbers, which compare faster.</summary>
    private static (int[] Longer, int[] Shorter) Numbered(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var (a, b) = (Of(left), Of(right));
        return a.Length >= b.Length ? (a, b) : (b, a);

        int[] Of(IReadOnlyList<string> tokens) =>
            [.. tokens.Take(MaxTokens).Select(token => numbers.TryGetValue(token, out var number) ? number : numbers[token] = numbers.Count)];
    }

    private static int Longest(int[] longer, int[] shorter)
    {
        var lengths = new int[shorter.Length + 1];
        foreach (var token in longer)
        {
            var diagonal = 0;
            for (var i = 1; i <= shorter.Length; i++)
            {
                var above = lengths[i];
                lengths[i] = token == shorter[i - 1] ? diagonal + 1 : Math.Max(above, lengths[i - 1]);
                diagonal = above;
            }
        }

        return lengths[^1];
    }
}
