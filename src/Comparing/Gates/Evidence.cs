using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Gates;

/// <summary>The comparisons that one would look at first.</summary>
internal static class Evidence
{
    private const int Most = 5;

    /// <param name="badness">Null for turns that are no evidence.</param>
    public static IReadOnlyList<string> Worst(IEnumerable<ComparedTurn> turns, Func<ComparedTurn, double?> badness) =>
        [.. turns
            .Select(turn => (turn.Id, Badness: badness(turn)))
            .Where(turn => turn.Badness is not null)
            .OrderByDescending(turn => turn.Badness)
            .ThenBy(turn => turn.Id, StringComparer.Ordinal)
            .Take(Most)
            .Select(turn => turn.Id)];

    public static double? Difference(ComparedTurn turn) =>
        TurnFacts.IsBetweenEngines(turn) && TurnFacts.Differs(turn) ? (double)turn.Severity : null;

    public static double? Blocking(ComparedTurn turn) => TurnFacts.IsBetweenEngines(turn) && TurnFacts.IsBlocking(turn) ? 1 : null;

    public static double? Failure(ComparedTurn turn) => RateMeasures.Direction(turn) > 0 ? 1 : null;

    public static double? Slower(ComparedTurn turn, Func<ComparedTurn, string, double?> time) =>
        TurnFacts.IsBetweenEngines(turn) && !TurnFacts.AnyFailed(turn) && time(turn, TurnFacts.V2) - time(turn, TurnFacts.V1) is > 0 and var more ? more : null;

    public static double? Dearer(ComparedTurn turn) =>
        TurnFacts.IsBetweenEngines(turn) && TurnFacts.Ran(turn) && !turn.Unpriced
        && TurnFacts.Cost(turn, TurnFacts.V2) - TurnFacts.Cost(turn, TurnFacts.V1) is > 0 and var more ? more : null;
}
