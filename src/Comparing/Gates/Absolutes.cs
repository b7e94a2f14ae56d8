using System.Globalization;
using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Gates;

/// <summary>Criteria of what was seen, without inference: they fail by counting.</summary>
internal static class Absolutes
{
    public static GateCriterion Blocking(GateFile gate, GateSample sample, int ceiling)
    {
        var table = sample.Compared;
        var seen = table.Count(turn => TurnFacts.IsBetweenEngines(turn) && TurnFacts.IsBlocking(turn));
        var conversations = table.ConversationsWith(TurnFacts.IsBetweenEngines);
        var (status, reason) = seen > ceiling ? (CriterionStatus.Failed, Invariant($"{seen} blocking mismatches, above the ceiling of {ceiling}."))
            : conversations < gate.MinConversations ? (CriterionStatus.NotEnoughData, Invariant($"{conversations} of at least {gate.MinConversations} conversations."))
            : (CriterionStatus.Passed, Invariant($"{seen} blocking mismatches, within the ceiling of {ceiling}."));
        return new()
        {
            Name = CriterionNames.BlockingCount,
            Status = status,
            Ceiling = ceiling,
            Value = seen,
            Turns = table.Count(TurnFacts.IsBetweenEngines),
            Conversations = conversations,
            Reason = reason,
            Evidence = sample.Evidence[CriterionNames.BlockingCount],
        };
    }

    public static GateCriterion ExpiredRules(IReadOnlyList<string> rules, GateSample sample)
    {
        var met = sample.ExpiredRules;
        var expired = rules.Count > 0 || met > 0;
        return new()
        {
            Name = CriterionNames.ExpiredIgnoreRules,
            Status = expired ? CriterionStatus.Failed : CriterionStatus.Passed,
            Ceiling = 0,
            Value = Math.Max(rules.Count, met > 0 ? 1 : 0),
            Turns = met,
            Reason = !expired ? "No ignore rule is expired."
                : Invariant($"Expired ignore rules{(rules.Count > 0 ? $": {string.Join(", ", rules)}" : "")}; {met} comparisons would have been covered. Renew or remove them."),
            Evidence = sample.Evidence[CriterionNames.ExpiredIgnoreRules],
        };
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
