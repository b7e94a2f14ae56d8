using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Reporting;

internal static class ResultCounts
{
    /// <summary>All results, those that did not occur too.</summary>
    /// <param name="counts">By the result's number.</param>
    public static NamedCount[] Of(int[] counts) =>
        [.. Enum.GetValues<ComparisonResult>().Select(result => new NamedCount(ComparisonResultNames.Of(result), counts[(int)result]))];
}
