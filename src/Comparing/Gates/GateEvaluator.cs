using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Gates;

/// <summary>Holds a gate against compared turns. Pure: the same file and turns give the same evaluation.</summary>
public static class GateEvaluator
{
    public static GateEvaluation Evaluate(GateFile gate, GateInput input)
    {
        var (from, to) = (input.From ?? gate.From, input.To ?? gate.To);
        if (TimeWindow.Fault(from, to) is { } fault)
        {
            return new() { Status = GateStatus.Refused, Name = gate.Name, From = from, To = to, Errors = [fault] };
        }

        var turns = input.Turns.Where(turn => turn.Mode == gate.Mode && IsIn(turn.At, from, to)).ToArray();
        var answered = input.Answered.Where(turn => IsIn(turn.At, from, to)).ToArray();
        var criteria = Criteria(gate, input, turns, answered);
        var errors = gate.MaxCostPerConversationRatio is null ? [] : Prices.Errors(turns);
        var table = new ConversationTable(turns);
        return new()
        {
            Status = errors.Count > 0 ? GateStatus.Refused : Overall(criteria),
            Name = gate.Name,
            From = from,
            To = to,
            Confidence = gate.Confidence,
            Turns = table.Count(TurnFacts.IsBetweenEngines),
            Conversations = table.ConversationsWith(TurnFacts.IsBetweenEngines),
            Criteria = criteria,
            Errors = errors,
        };
    }

    private static GateCriterion[] Criteria(GateFile gate, GateInput input, ComparedTurn[] turns, AnsweredTurn[] answered)
    {
        var options = new BootstrapOptions(gate.Resamples, (ulong)gate.Seed) { Confidence = gate.Confidence, Power = gate.Power };
        var asked = CriteriaOf.File(gate, turns, answered, options);
        var rule = new DecisionRule(gate, asked.Count);
        return
        [
            .. asked.Select(rule.Decide),
            .. gate.MaxBlockingCount is { } ceiling ? [Absolutes.Blocking(gate, new(turns), ceiling)] : Array.Empty<GateCriterion>(),
            Absolutes.ExpiredRules(input.ExpiredRules, turns),
        ];
    }

    private static GateStatus Overall(GateCriterion[] criteria) =>
        Array.Exists(criteria, criterion => criterion.Status == CriterionStatus.Failed) ? GateStatus.Failed
        : Array.Exists(criteria, criterion => criterion.Status == CriterionStatus.NotEnoughData) ? GateStatus.NotEnoughData
        : GateStatus.Passed;

    private static bool IsIn(DateTimeOffset at, DateTimeOffset? from, DateTimeOffset? to) => !(at < from) && !(at >= to);
}
