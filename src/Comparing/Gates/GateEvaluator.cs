using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Gates;

/// <summary>Holds a gate against compared turns. Pure: the same file and turns give the same evaluation.</summary>
public static class GateEvaluator
{
    public static GateEvaluation Evaluate(GateFile gate, GateInput input)
    {
        var sample = new GateSample(gate, input.From, input.To);
        foreach (var turn in input.Turns)
        {
            sample.Add(turn);
        }

        foreach (var turn in input.Answered)
        {
            sample.Add(turn);
        }

        return Evaluate(gate, sample, input.ExpiredRules);
    }

    /// <param name="expiredRules">Ignore rules that are expired and not yet removed.</param>
    public static GateEvaluation Evaluate(GateFile gate, GateSample sample, IReadOnlyList<string> expiredRules)
    {
        if (TimeWindow.Fault(sample.From, sample.To) is { } fault)
        {
            return Refused(gate, sample.From, sample.To, fault);
        }

        var criteria = Criteria(gate, sample, expiredRules);
        var errors = gate.MaxCostPerConversationRatio is null ? [] : Prices.Errors([sample.Compared]);
        return new()
        {
            Status = errors.Count > 0 ? GateStatus.Refused : Overall(criteria),
            Name = gate.Name,
            From = sample.From,
            To = sample.To,
            Confidence = gate.Confidence,
            Turns = sample.Compared.Count(TurnFacts.IsBetweenEngines),
            Conversations = sample.Compared.ConversationsWith(TurnFacts.IsBetweenEngines),
            Pending = sample.Pending,
            Criteria = criteria,
            Errors = errors,
        };
    }

    /// <param name="why">A sentence.</param>
    public static GateEvaluation Refused(GateFile gate, DateTimeOffset? from, DateTimeOffset? to, string why) =>
        new() { Status = GateStatus.Refused, Name = gate.Name, From = from, To = to, Errors = [why] };

    private static GateCriterion[] Criteria(GateFile gate, GateSample sample, IReadOnlyList<string> expiredRules)
    {
        var options = new BootstrapOptions(gate.Resamples, (ulong)gate.Seed) { Confidence = gate.Confidence, Power = gate.Power };
        var asked = CriteriaOf.File(gate, sample, options);
        var rule = new DecisionRule(gate, asked.Count);
        return
        [
            .. asked.Select(rule.Decide),
            .. gate.MaxBlockingCount is { } ceiling ? [Absolutes.Blocking(gate, sample, ceiling)] : Array.Empty<GateCriterion>(),
            Absolutes.ExpiredRules(expiredRules, sample),
        ];
    }

    private static GateStatus Overall(GateCriterion[] criteria) =>
        Array.Exists(criteria, criterion => criterion.Status == CriterionStatus.Failed) ? GateStatus.Failed
        : Array.Exists(criteria, criterion => criterion.Status == CriterionStatus.NotEnoughData) ? GateStatus.NotEnoughData
        : GateStatus.Passed;
}
