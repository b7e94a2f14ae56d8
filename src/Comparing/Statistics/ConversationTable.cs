namespace FlowEngine.Comparing.Statistics;

/// <summary>Turns in which both engines ran, by conversation.</summary>
public sealed class ConversationTable
{
    private readonly int[] _clusters;

    public ConversationTable(IEnumerable<ComparedTurn> turns)
    {
        Turns = [.. turns.Where(TurnFacts.Ran)];
        var numbers = new Dictionary<(string, string), int>();
        _clusters = new int[Turns.Length];
        for (var i = 0; i < Turns.Length; i++)
        {
            var key = (Turns[i].Tenant, Turns[i].Conversation);
            if (!numbers.TryGetValue(key, out var number))
            {
                numbers.Add(key, number = numbers.Count);
            }

            _clusters[i] = number;
        }

        Conversations = numbers.Count;
    }

    public ComparedTurn[] Turns { get; }

    public int Conversations { get; }

    /// <summary>By conversation, the weighted sum over its turns.</summary>
    public double[] Sums(Func<ComparedTurn, double> value)
    {
        var sums = new double[Conversations];
        for (var i = 0; i < Turns.Length; i++)
        {
            sums[_clusters[i]] += Turns[i].Weight * value(Turns[i]);
        }

        return sums;
    }

    public double[] Sums(Func<ComparedTurn, bool> counts) => Sums(turn => counts(turn) ? 1.0 : 0);

    /// <summary>By conversation, the mean weight of the turns that are meant: what the conversation itself counts; 0 without any.</summary>
    public double[] Weights(Func<ComparedTurn, bool> meant)
    {
        var weights = Sums(meant);
        var turns = Sums(turn => meant(turn) ? 1 / turn.Weight : 0.0);
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = turns[i] > 0 ? weights[i] / turns[i] : 0;
        }

        return weights;
    }

    public int Count(Func<ComparedTurn, bool> meant) => Turns.Count(meant);

    public int ConversationsWith(Func<ComparedTurn, bool> meant) => Sums(meant).Count(sum => sum > 0);

    /// <summary>Of the turns for which there is a value.</summary>
    public SortedTurns Sorted(Func<ComparedTurn, double?> value)
    {
        var found = new List<(double, double, int)>();
        for (var i = 0; i < Turns.Length; i++)
        {
            if (value(Turns[i]) is { } number)
            {
                found.Add((number, Turns[i].Weight, _clusters[i]));
            }
        }

        return new(found, Conversations);
    }
}
