using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Gates;

/// <summary>The few comparisons to look at first, found while turns are read.</summary>
/// <param name="badness">Null for turns that are not evidence.</param>
internal sealed class WorstTurns(Func<ComparedTurn, double?> badness)
{
    private const int Most = 5;

    private readonly List<(double Badness, string Id)> _worst = new(Most + 1);

    /// <summary>The worst first.</summary>
    public IReadOnlyList<string> Ids => _worst.ConvertAll(turn => turn.Id);

    public void Add(ComparedTurn turn)
    {
        if (badness(turn) is { } bad)
        {
            Add(bad, turn.Id);
        }
    }

    public void Add(double bad, string id)
    {
        var place = _worst.FindIndex(other => bad > other.Badness || (bad.Equals(other.Badness) && string.CompareOrdinal(id, other.Id) < 0));
        _worst.Insert(place < 0 ? _worst.Count : place, (bad, id));
        if (_worst.Count > Most)
        {
            _worst.RemoveAt(Most);
        }
    }
}
