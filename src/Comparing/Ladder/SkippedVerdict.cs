using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Ladder;

internal static class SkippedVerdict
{
    /// <summary>One of the engines did not run: there is nothing to compare.</summary>
    public static Verdict Of(string reason) => new()
    {
        Result = ComparisonResult.Skipped,
        Severity = Severity.None,
        DecidedBy = $"skipped:{reason}",
        Steps = [],
    };
}
