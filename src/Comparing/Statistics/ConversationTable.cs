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

    /// <summary>By conversation, 1 where any of its turns is meant.</summary>
    public double[] Any(Func<ComparedTurn, bool> meant) => Array.ConvertAll(Sums(meant), sum => sum > 0 ? 1.0 : 0);

    public int Count(Func<ComparedTurn, bool> meant) => Turns.Count(meant);

    public int ConversationsWith(Func<ComparedTurn, bool> meant) => Any(meant).Count(one => one > 0);

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
