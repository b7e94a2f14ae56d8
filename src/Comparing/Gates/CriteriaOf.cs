using System.Globalization;
using FlowEngine.Comparing.Statistics;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Gates;

/// <summary>The criteria that a file asks, measured in one pass of resampling.</summary>
internal sealed class CriteriaOf
{
    private readonly GateFile _gate;
    private readonly IReadOnlyList<ComparedTurn> _turns;
    private readonly ConversationTable _table;
    private readonly List<(string Name, double Ceiling, Measure Measure, Func<ComparedTurn, double?> Badness, bool IsShare)> _asked = [];

    private CriteriaOf(GateFile gate, IReadOnlyList<ComparedTurn> turns)
    {
        _gate = gate;
        _turns = turns;
        _table = new(turns);
    }

    public static IReadOnlyList<AskedCriterion> File(
        GateFile gate, IReadOnlyList<ComparedTurn> turns, IReadOnlyList<AnsweredTurn> answered, BootstrapOptions options)
    {
        var criteria = new CriteriaOf(gate, turns);
        criteria.Rates();
        criteria.TimesAndCost();
        return [.. criteria.Measured(options), .. criteria.Apart(answered, options)];
    }

    private void Rates()
    {
        Ask(CriterionNames.ExcessMismatch, _gate.MaxExcessMismatch, () => RateMeasures.Excess(_table), Evidence.Difference, true);
        Ask(CriterionNames.Blocking, _gate.MaxBlocking, () => RateMeasures.BlockingExcess(_table), Evidence.Blocking, true);
        Ask(CriterionNames.ErrorRateDifference, _gate.MaxErrorRateDifference, () => RateMeasures.FailureDifference(_table), Evidence.Failure, true);
    }

    private void TimesAndCost()
    {
        Ask(CriterionNames.P95Ratio, _gate.MaxP95Ratio, () => TimeMeasures.Ratio(_table, TurnFacts.Milliseconds, 0.95),
            turn => Evidence.Slower(turn, TurnFacts.Milliseconds), false);
        Ask(CriterionNames.FirstTokenP95Ratio, _gate.MaxFirstTokenP95Ratio, () => TimeMeasures.Ratio(_table, TurnFacts.FirstTokenMilliseconds, 0.95),
            turn => Evidence.Slower(turn, TurnFacts.FirstTokenMilliseconds), false);
        Ask(CriterionNames.CostPerConversationRatio, _gate.MaxCostPerConversationRatio, Cost, Evidence.Dearer, false);
    }

    private Measure Cost() => Prices.Errors(_turns) is { Count: > 0 } errors
        ? Measure.None(errors[0])
        : CostMeasures.Ratio(_table, Prices.Currencies(_turns) is [var currency, ..] ? currency : "");

    private void Ask(string name, double? ceiling, Func<Measure> measure, Func<ComparedTurn, double?> badness, bool isShare)
    {
        if (ceiling is { } asked)
        {
            _asked.Add((name, asked, measure(), badness, isShare));
        }
    }

    private IEnumerable<AskedCriterion> Measured(BootstrapOptions options)
    {
        var measured = Statistics.Measured.All(_table, [.. _asked.Select(asked => asked.Measure)], options);
        return _asked.Select((asked, i) => new AskedCriterion(
            asked.Name, asked.Ceiling, measured[i], Evidence.Worst(_table.Turns, asked.Badness), asked.IsShare)
        {
            TooFew = asked.Name == CriterionNames.ExcessMismatch ? TooSmallFloor() : null,
        });
    }

    private IEnumerable<AskedCriterion> Apart(IReadOnlyList<AnsweredTurn> answered, BootstrapOptions options)
    {
        if (_gate.MaxAbandoned is { } abandoned)
        {
            yield return new(CriterionNames.Abandoned, abandoned, FallbackMeasure.OfAbandoned(_turns, options),
                Evidence.Worst(_turns, turn => turn.Result == ComparisonResult.Abandoned ? 1 : null), true);
        }

        if (_gate.MaxFallbackRate is { } fallbacks && !(answered.Count == 0 && OnlyV1Answered()))
        {
            yield return new(CriterionNames.FallbackRate, fallbacks, FallbackMeasure.OfAnswered(answered, options),
                [.. answered.Where(turn => turn.IsFallback).OrderByDescending(turn => turn.At).Take(5).Select(turn => turn.Id)], true);
        }
    }

    /// <summary>V2 beside V1, as in <c>shadow</c>: there is nothing yet that could fall back.</summary>
    private bool OnlyV1Answered() =>
        _table.Count(TurnFacts.IsBetweenEngines) > 0 && _table.Turns.Where(TurnFacts.IsBetweenEngines).All(turn => turn.AnsweredBy == TurnFacts.V1);

    private string? TooSmallFloor()
    {
        var floor = _table.ConversationsWith(turn => TurnFacts.IsFloor(turn) && TurnFacts.IsDecided(turn));
        return floor >= _gate.MinFloorConversations
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{floor} of at least {_gate.MinFloorConversations} conversations were run against themselves.");
    }
}
