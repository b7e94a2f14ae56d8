using FlowEngine.Comparing.Statistics;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Gates;

/// <summary>By criterion, the comparisons that speak most against it.</summary>
internal sealed class Evidence
{
    private readonly Dictionary<string, WorstTurns> _worst = new(StringComparer.Ordinal)
    {
        [CriterionNames.ExcessMismatch] = new(Difference),
        [CriterionNames.Blocking] = new(Blocking),
        [CriterionNames.BlockingCount] = new(Blocking),
        [CriterionNames.ErrorRateDifference] = new(turn => RateMeasures.Direction(turn) > 0 ? 1 : null),
        [CriterionNames.P95Ratio] = new(turn => Slower(turn, TurnTime.Total)),
        [CriterionNames.FirstTokenP95Ratio] = new(turn => Slower(turn, TurnTime.FirstToken)),
        [CriterionNames.CostPerConversationRatio] = new(Dearer),
        [CriterionNames.Abandoned] = new(turn => turn.Result == ComparisonResult.Abandoned ? 1 : null),
        [CriterionNames.ExpiredIgnoreRules] = new(turn => turn.ExpiredRule ? 1 : null),
        [CriterionNames.FallbackRate] = new(_ => null),
    };

    public IReadOnlyList<string> this[string criterion] => _worst[criterion].Ids;

    public void Add(ComparedTurn turn)
    {
        foreach (var worst in _worst.Values)
        {
            worst.Add(turn);
        }
    }

    /// <summary>The newest fallbacks.</summary>
    public void Add(AnsweredTurn turn)
    {
        if (turn.IsFallback)
        {
            _worst[CriterionNames.FallbackRate].Add(turn.At.UtcTicks, turn.Id);
        }
    }

    private static double? Difference(ComparedTurn turn) =>
        TurnFacts.IsBetweenEngines(turn) && TurnFacts.Differs(turn) ? (double)turn.Severity : null;

    private static double? Blocking(ComparedTurn turn) => TurnFacts.IsBetweenEngines(turn) && TurnFacts.IsBlocking(turn) ? 1 : null;

    private static double? Slower(ComparedTurn turn, TurnTime time) =>
        TurnTimes.Of(turn, time) is var (v1, v2) && v2 > v1 ? v2 - v1 : null;

    private static double? Dearer(ComparedTurn turn) =>
        TurnFacts.IsBetweenEngines(turn) && TurnFacts.Ran(turn) && !turn.Unpriced
        && TurnFacts.Cost(turn, TurnFacts.V2) - TurnFacts.Cost(turn, TurnFacts.V1) is > 0 and var more ? more : null;
}
