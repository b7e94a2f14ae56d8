namespace FlowEngine.Comparing.Verdicts;

/// <summary>Results as they stand in the database and in the API: <c>both_failed_same</c>.</summary>
public static class ComparisonResultNames
{
    private static readonly Dictionary<ComparisonResult, string> s_texts = new()
    {
        [ComparisonResult.Pending] = "pending",
        [ComparisonResult.Abandoned] = "abandoned",
        [ComparisonResult.Matched] = "matched",
        [ComparisonResult.Mismatched] = "mismatched",
        [ComparisonResult.Ignored] = "ignored",
        [ComparisonResult.Inconclusive] = "inconclusive",
        [ComparisonResult.Skipped] = "skipped",
        [ComparisonResult.ControlFailed] = "control_failed",
        [ComparisonResult.CandidateFailed] = "candidate_failed",
        [ComparisonResult.BothFailedSame] = "both_failed_same",
        [ComparisonResult.BothFailedDifferently] = "both_failed_differently",
    };

    private static readonly Dictionary<string, ComparisonResult> s_results =
        s_texts.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> All => s_results.Keys;

    public static string Of(ComparisonResult result) => s_texts[result];

    public static bool TryRead(string? text, out ComparisonResult result)
    {
        result = default;
        return text is not null && s_results.TryGetValue(text, out result);
    }
}
