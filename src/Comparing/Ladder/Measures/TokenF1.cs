namespace FlowEngine.Comparing.Ladder.Measures;

/// <summary>The harmonic mean of precision and recall of words, each counted as often as it stands there (as SQuAD's evaluation does).</summary>
public static class TokenF1
{
    /// <returns>0 to 1; 1 for two empty texts.</returns>
    public static double Of(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        if (left.Count == 0 || right.Count == 0)
        {
            return left.Count == right.Count ? 1 : 0;
        }

        var counts = left.CountBy(token => token, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var common = 0;
        foreach (var token in right)
        {
            if (counts.TryGetValue(token, out var count) && count > 0)
            {
                counts[token] = count - 1;
                common++;
            }
        }

        return 2.0 * common / (left.Count + right.Count);
    }
}
