using FlowEngine.Comparing.Statistics;
using FlowEngine.Comparing.Tests.Statistics;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Tests.Reporting;

/// <summary>A month of a tenant: defects, turns that were skipped, ignored or left open, free-running comparisons, a few causes.</summary>
internal static class SampleTraffic
{
    private static readonly string[] s_causes =
        ["model:reply", "branch:n7 output_2 instead of output_1", "entities.amounts:price of the catalogue", "passages:shipping-terms", "variable:city"];

    public static List<ComparedTurn> Draw(int conversations = 900)
    {
        var resync = new NoisyTraffic(conversations)
        {
            Defects = 0.03, BlockingDefects = 0.004, Slower = 1.2, Dearer = 1.15, FloorShare = 0.3, Pace = TimeSpan.FromMinutes(43), Weight = 4,
        }.Draw(17);
        var free = new NoisyTraffic(conversations / 6) { Defects = 0.1, FloorShare = 0, Prefix = "f", Pace = TimeSpan.FromHours(4) }.Draw(18).Select(turn => turn with { Mode = "free" });
        return [.. resync.Concat(free).Select(Varied)];
    }

    private static ComparedTurn Varied(ComparedTurn turn, int i)
    {
        var varied = i % 17 == 0
            ? turn with { Result = ComparisonResult.Skipped, Severity = Severity.None, Skipped = i % 3 == 0 ? "over_capacity" : i % 3 == 1 ? "lagging" : "budget", CandidateMs = null, Cluster = null, DecidedBy = null }
            : i % 29 == 0 ? turn with { Result = ComparisonResult.Ignored, Severity = Severity.Minor }
            : i % 43 == 0 ? turn with { Result = ComparisonResult.Inconclusive, Severity = Severity.Minor }
            : turn;
        return varied.Result == ComparisonResult.Mismatched ? varied with { Cluster = s_causes[varied.Severity == Severity.Minor ? 0 : 1 + (i % 4)] } : varied;
    }
}
