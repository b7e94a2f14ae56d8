namespace FlowEngine.Comparing.Statistics;

/// <summary>A figure of every turn, sorted once, so that a resample reads its quantiles off without sorting again.</summary>
public sealed class SortedTurns
{
    private readonly double[] _values;
    private readonly double[] _weights;
    private readonly int[] _clusters;
    private readonly double[] _clusterWeights;

    /// <param name="turns">Value, weight and conversation of each turn.</param>
    public SortedTurns(IReadOnlyList<(double Value, double Weight, int Cluster)> turns, int clusters)
    {
        var sorted = turns.OrderBy(turn => turn.Value).ToArray();
        _values = Array.ConvertAll(sorted, turn => turn.Value);
        _weights = Array.ConvertAll(sorted, turn => turn.Weight);
        _clusters = Array.ConvertAll(sorted, turn => turn.Cluster);
        _clusterWeights = new double[clusters];
        foreach (var turn in sorted)
        {
            _clusterWeights[turn.Cluster] += turn.Weight;
        }
    }

    public int Count => _values.Length;

    /// <summary>The mean of the smallest value with at least this share at or below it and the largest with the rest at or above it; NaN of none.</summary>
    public double Quantile(ReadOnlySpan<double> counts, double share)
    {
        var total = WeightedSum.Of(counts, _clusterWeights);
        return total <= 0 ? double.NaN
            : share > 0.5 ? Scan(counts, total * (1 - share), _values.Length - 1, -1)
            : Scan(counts, total * share, 0, 1);
    }

    public double Quantile(double share)
    {
        var counts = new double[_clusterWeights.Length];
        Array.Fill(counts, 1);
        return Quantile(counts, share);
    }

    private double Scan(ReadOnlySpan<double> counts, double until, int from, int step)
    {
        var sum = 0.0;
        var slack = 1e-9 * until;
        for (var i = from; i >= 0 && i < _values.Length; i += step)
        {
            sum += counts[_clusters[i]] * _weights[i];
            if (sum > until + slack)
            {
                return _values[i];
            }

            if (sum >= until - slack && sum > 0)
            {
                return (_values[i] + Next(counts, i, step)) / 2;
            }
        }

        return double.NaN;
    }

    private double Next(ReadOnlySpan<double> counts, int from, int step)
    {
        for (var i = from + step; i >= 0 && i < _values.Length; i += step)
        {
            if (counts[_clusters[i]] > 0)
            {
                return _values[i];
            }
        }

        return _values[from];
    }
}
