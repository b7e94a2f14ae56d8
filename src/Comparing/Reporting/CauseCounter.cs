using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Reporting;

/// <summary>Counts the causes of differences between the engines.</summary>
public sealed class CauseCounter
{
    private readonly Dictionary<string, CauseTally> _causes = new(StringComparer.Ordinal);

    /// <summary>The most frequent first.</summary>
    public IReadOnlyList<CauseCount> Counts =>
    [
        .. _causes
            .Select(cause => cause.Value.Build(cause.Key))
            .OrderByDescending(cause => cause.Turns)
            .ThenByDescending(cause => cause.Severity)
            .ThenBy(cause => cause.Cluster, StringComparer.Ordinal),
    ];

    /// <summary>One without a difference between the engines is left out.</summary>
    /// <param name="conversation">A number for the turn's conversation.</param>
    public void Add(ComparedTurn turn, int conversation)
    {
        if (!TurnFacts.IsBetweenEngines(turn) || !TurnFacts.Differs(turn) || turn.Cluster is not { } cluster)
        {
            return;
        }

        if (!_causes.TryGetValue(cluster, out var tally))
        {
            _causes.Add(cluster, tally = new());
        }

        tally.Add(turn, conversation);
    }
}
