namespace FlowEngine.Comparing.Coverage;

/// <summary>
/// Puts texts together by likeness: each joins the centre most like it or begins one of its own, then all choose anew
/// among the centres that came of it, of which those alike are joined. The same texts give the same clusters; equal likeness goes to the earlier centre.
/// </summary>
internal static class IntentClusters
{
    private const double Alike = 0.3;
    private const int Rounds = 3;

    /// <returns>By vector, the number of its cluster; -1 for one without a telling word.</returns>
    public static int[] Of(IReadOnlyList<TermVector> vectors)
    {
        var places = First(vectors);
        for (var round = 0; round < Rounds; round++)
        {
            var centres = Joined(vectors, places);
            places = [.. vectors.Select(vector => vector.Weights.Count == 0 ? -1 : Best(vector, centres, 0).Place)];
        }

        return places;
    }

    public static TermVector[] Centres(IReadOnlyList<TermVector> vectors, IReadOnlyList<int> places) =>
        [.. vectors
            .Select((vector, i) => (vector, Place: places[i]))
            .Where(entry => entry.Place >= 0)
            .GroupBy(entry => entry.Place, entry => entry.vector)
            .OrderBy(cluster => cluster.Key)
            .Select(TermVector.Centre)];

    /// <summary>The centres, each smaller one that is like a larger one drawn into it.</summary>
    private static TermVector[] Joined(IReadOnlyList<TermVector> vectors, int[] places)
    {
        var clusters = vectors
            .Select((vector, i) => (vector, Place: places[i]))
            .Where(entry => entry.Place >= 0)
            .GroupBy(entry => entry.Place, entry => entry.vector)
            .OrderByDescending(cluster => cluster.Count())
            .ThenBy(cluster => cluster.Key)
            .Select(cluster => cluster.ToArray());
        var kept = new List<(TermVector Centre, List<TermVector> Members)>();
        foreach (var cluster in clusters)
        {
            var centre = TermVector.Centre(cluster);
            var (place, _) = Best(centre, [.. kept.Select(entry => entry.Centre)], Alike);
            if (place < 0)
            {
                kept.Add((centre, [.. cluster]));
                continue;
            }

            kept[place].Members.AddRange(cluster);
            kept[place] = (TermVector.Centre(kept[place].Members), kept[place].Members);
        }

        return [.. kept.Select(entry => entry.Centre)];
    }

    private static int[] First(IReadOnlyList<TermVector> vectors)
    {
        var leaders = new List<TermVector>();
        var places = new int[vectors.Count];
        for (var i = 0; i < vectors.Count; i++)
        {
            if (vectors[i].Weights.Count == 0)
            {
                places[i] = -1;
                continue;
            }

            places[i] = Best(vectors[i], leaders, Alike).Place;
            if (places[i] < 0)
            {
                places[i] = leaders.Count;
                leaders.Add(vectors[i]);
            }
        }

        return places;
    }

    private static (int Place, double Likeness) Best(TermVector vector, IReadOnlyList<TermVector> centres, double least)
    {
        var best = (Place: -1, Likeness: least);
        for (var place = 0; place < centres.Count; place++)
        {
            if (vector.Likeness(centres[place]) is var likeness && likeness > best.Likeness)
            {
                best = (place, likeness);
            }
        }

        return best;
    }
}
