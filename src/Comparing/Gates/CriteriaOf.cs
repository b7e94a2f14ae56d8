using System.Globalization;
using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Gates;

/// <summary>The criteria that a file asks, measured in one pass of resampling.</summary>
internal sealed class CriteriaOf
{
    private const double P95 = 0.95;

    private readonly GateFile _gate;
    private readonly GateSample _sample;
    private readonly ConversationTable _table;
    private readonly List<(string Name, double Ceiling, Measure Measure)> _asked = [];

    private CriteriaOf(GateFile gate, GateSample sample) => (_gate, _sample, _table) = (gate, sample, sample.Compared);

    public static IReadOnlyList<AskedCriterion> File(GateFile gate, GateSample sample, BootstrapOptions options)
    {
        var criteria = new CriteriaOf(gate, sample);
        criteria.Rates();
        criteria.TimesAndCost();
        return [.. criteria.Measured(options), .. criteria.Apart(options)];
    }

    private void Rates()
    {
        Ask(CriterionNames.ExcessMismatch, _gate.MaxExcessMismatch, () => RateMeasures.Excess(_table));
        Ask(CriterionNames.Blocking, _gate.MaxBlocking, () => RateMeasures.BlockingExcess(_table));
        Ask(CriterionNames.ErrorRateDifference, _gate.MaxErrorRateDifference, () => RateMeasures.FailureDifference(_table));
    }

    private void TimesAndCost()
    {
        Ask(CriterionNames.P95Ratio, _gate.MaxP95Ratio, () => TimeMeasures.Ratio(_table, TurnTime.Total, P95));
        Ask(CriterionNames.FirstTokenP95Ratio, _gate.MaxFirstTokenP95Ratio, () => TimeMeasures.Ratio(_table, TurnTime.FirstToken, P95));
        Ask(CriterionNames.CostPerConversationRatio, _gate.MaxCostPerConversationRatio, Cost);
    }

    private Measure Cost() => Prices.Errors([_table]) is { Count: > 0 } errors
        ? Measure.None(errors[0].TrimEnd('.'))
        : CostMeasures.Ratio(_table, Prices.Currencies([_table]) is [var currency, ..] ? currency : "");

    private void Ask(string name, double? ceiling, Func<Measure> measure)
    {
        if (ceiling is { } asked)
        {
            _asked.Add((name, asked, measure()));
        }
    }

    private IEnumerable<AskedCriterion> Measured(BootstrapOptions options)
    {
        var measured = Statistics.Measured.All(_table, [.. _asked.Select(asked => asked.Measure)], options);
        return _asked.Select((asked, i) => Floored(new AskedCriterion(
            asked.Name, asked.Ceiling, measured[i], _sample.Evidence[asked.Name])));
    }

    /// <summary>A criterion that is an excess over the floor has too few if the floor has: differences and times, not failures.</summary>
    private AskedCriterion Floored(AskedCriterion asked) => asked.Name switch
    {
        CriterionNames.ExcessMismatch => asked with
        {
            TooFew = TooSmallFloor(_table.ConversationsWith(turn => TurnFacts.IsFloor(turn) && TurnFacts.IsDecided(turn))),
        },
        CriterionNames.P95Ratio or CriterionNames.FirstTokenP95Ratio => asked with
        {
            Conversations = _table.ConversationsWith(TurnFacts.IsAnsweredByBoth),
            Turns = _table.Count(TurnFacts.IsAnsweredByBoth),
            TooFew = TooSmallFloor(asked.Measured.Conversations),
        },
        _ => asked,
    };

    private IEnumerable<AskedCriterion> Apart(BootstrapOptions options)
    {
        if (_gate.MaxAbandoned is { } abandoned)
        {
            yield return new(
                CriterionNames.Abandoned, abandoned, FallbackMeasure.Of(_sample.ToRun, "no comparison was to run", options),
                _sample.Evidence[CriterionNames.Abandoned]);
        }

        if (_gate.MaxFallbackRate is { } fallbacks && !(_sample.Answered.Conversations == 0 && OnlyV1Answered()))
        {
            yield return new(
                CriterionNames.FallbackRate, fallbacks,
                FallbackMeasure.Of(_sample.Answered, "no turn was V2's to answer while V1 stood by", options),
                _sample.Evidence[CriterionNames.FallbackRate]);
        }
    }

    /// <summary>V2 beside V1, as in <c>shadow</c>: there is nothing yet that could fall back.</summary>
    private bool OnlyV1Answered() =>
        _table.Count(TurnFacts.IsBetweenEngines) > 0
        && _table.Count(turn => TurnFacts.IsBetweenEngines(turn) && turn.AnsweredBy != TurnFacts.V1) == 0;

    private string? TooSmallFloor(int conversations) => conversations >= _gate.MinFloorConversations
        ? null
        : string.Create(
            CultureInfo.InvariantCulture, $"{conversations} of at least {_gate.MinFloorConversations} conversations were run against themselves.");
}
