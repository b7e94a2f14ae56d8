using System.Globalization;
using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Gates;

/// <summary>Criteria of what was seen, without inference: they fail by counting.</summary>
internal static class Absolutes
{
    public static GateCriterion Blocking(GateFile gate, ConversationTable table, int ceiling)
    {
        var evidence = table.Turns.Where(turn => Evidence.Blocking(turn) is not null).ToArray();
        var conversations = table.ConversationsWith(TurnFacts.IsBetweenEngines);
        var (status, reason) = evidence.Length > ceiling ? (CriterionStatus.Failed, Invariant($"{evidence.Length} blocking mismatches, above the ceiling of {ceiling}."))
            : conversations < gate.MinConversations ? (CriterionStatus.NotEnoughData, Invariant($"{conversations} of at least {gate.MinConversations} conversations."))
            : (CriterionStatus.Passed, Invariant($"{evidence.Length} blocking mismatches, within the ceiling of {ceiling}."));
        return new()
        {
            Name = CriterionNames.BlockingCount,
            Status = status,
            Ceiling = ceiling,
            Value = evidence.Length,
            Turns = table.Count(TurnFacts.IsBetweenEngines),
            Conversations = conversations,
            Reason = reason,
            Evidence = Evidence.Worst(evidence, Evidence.Blocking),
        };
    }

    public static GateCriterion ExpiredRules(IReadOnlyList<string> rules, IReadOnlyList<ComparedTurn> turns)
    {
        var met = turns.Where(turn => turn.ExpiredRule).ToArray();
        var expired = rules.Count > 0 || met.Length > 0;
        return new()
        {
            Name = CriterionNames.ExpiredIgnoreRules,
            Status = expired ? CriterionStatus.Failed : CriterionStatus.Passed,
            Ceiling = 0,
            Value = Math.Max(rules.Count, met.Length > 0 ? 1 : 0),
            Turns = met.Length,
            Reason = !expired ? "No ignore rule is expired."
                : Invariant($"Expired ignore rules{(rules.Count > 0 ? $": {string.Join(", ", rules)}" : "")}; {met.Length} comparisons would have been covered. Renew or remove them."),
            Evidence = Evidence.Worst(met, _ => 1),
        };
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
