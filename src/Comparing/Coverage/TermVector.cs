namespace FlowEngine.Comparing.Coverage;

/// <summary>Weights by number of term, of length 1 or empty; in the order of the numbers.</summary>
internal sealed record TermVector(IReadOnlyList<(int Term, double Weight)> Weights)
{
    public static TermVector Of(IEnumerable<(int Term, double Weight)> weights)
    {
        var all = weights.Where(entry => entry.Weight > 0).OrderBy(entry => entry.Term).ToArray();
        var length = Math.Sqrt(all.Sum(entry => entry.Weight * entry.Weight));
        return new(Array.ConvertAll(all, entry => (entry.Term, entry.Weight / length)));
    }

    /// <summary>The mean direction.</summary>
    public static TermVector Centre(IEnumerable<TermVector> vectors) => Of(vectors
        .SelectMany(vector => vector.Weights)
        .GroupBy(entry => entry.Term, entry => entry.Weight)
        .Select(term => (term.Key, term.Sum())));

    /// <summary>The cosine.</summary>
    public double Likeness(TermVector other)
    {
        var (sum, i, j) = (0.0, 0, 0);
        while (i < Weights.Count && j < other.Weights.Count)
        {
            var order = Weights[i].Term.CompareTo(other.Weights[j].Term);
            sum += order == 0 ? Weights[i].Weight * other.Weights[j].Weight : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return sum;
    }
}
