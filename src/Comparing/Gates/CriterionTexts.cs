using System.Collections.Frozen;

namespace FlowEngine.Comparing.Gates;

/// <summary>What criteria are about, for a person.</summary>
public static class CriterionTexts
{
    private static readonly FrozenDictionary<string, string> s_titles = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [CriterionNames.ExcessMismatch] = "Differences beyond the control's own noise",
        [CriterionNames.Blocking] = "Blocking differences",
        [CriterionNames.BlockingCount] = "Number of blocking differences",
        [CriterionNames.ErrorRateDifference] = "V2 fails more often than V1",
        [CriterionNames.P95Ratio] = "Time to the end, p95 of V2 over V1",
        [CriterionNames.FirstTokenP95Ratio] = "Time to the first token, p95 of V2 over V1",
        [CriterionNames.CostPerConversationRatio] = "Cost of models per conversation, V2 over V1",
        [CriterionNames.Abandoned] = "Comparisons given up",
        [CriterionNames.FallbackRate] = "Turns that fell back to V1",
        [CriterionNames.ExpiredIgnoreRules] = "Expired ignore rules",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_ratios =
        new[] { CriterionNames.P95Ratio, CriterionNames.FirstTokenP95Ratio, CriterionNames.CostPerConversationRatio }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_counts =
        new[] { CriterionNames.BlockingCount, CriterionNames.ExpiredIgnoreRules }.ToFrozenSet(StringComparer.Ordinal);

    public static string Title(string criterion) => s_titles.GetValueOrDefault(criterion, criterion);

    /// <summary>A share in per cent, a ratio or a count.</summary>
    public static string Value(string criterion, double value) =>
        s_counts.Contains(criterion) ? FormattableString.Invariant($"{value:0}")
        : s_ratios.Contains(criterion) ? FormattableString.Invariant($"{value:0.00#}")
        : FormattableString.Invariant($"{value * 100:0.0#} %");
}
