using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Reporting;
using FlowEngine.Comparing.Tests.Statistics;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Tests.Reporting;

public sealed class GateTextTests
{
    private static readonly GateFile s_gate = new()
    {
        Version = 1, Name = "to live", MinConversations = 200, Resamples = 400, MaxExcessMismatch = 0.05, MaxBlocking = 0.01, MaxErrorRateDifference = 0.01,
        MaxP95Ratio = 1.5, MaxFirstTokenP95Ratio = 1.5, MaxFallbackRate = 0.01, MaxAbandoned = 0.1, MaxBlockingCount = 3,
    };

    [Fact]
    public void Short_OfNothing_NamesItsCriteriaAndSaysEachReasonOnce()
    {
        var text = GateText.Short(GateEvaluator.Evaluate(s_gate, new([])));

        Assert.Contains(
            "Differences beyond the control's own noise; Blocking differences; V2 fails more often than V1: No figure: no turn was compared.",
            text,
            StringComparison.Ordinal);
        Assert.Equal(text.IndexOf("no turn was compared", StringComparison.Ordinal), text.LastIndexOf("no turn was compared", StringComparison.Ordinal));
        Assert.Contains("p95 of V2 over V1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_OfAnyGate_NameCriteriaAndCountPending()
    {
        var turns = new NoisyTraffic(300) { Defects = 0.3, Slower = 3 }.Draw(4)
            .Select((turn, i) => i < 5 ? turn with { Result = ComparisonResult.Pending, Id = new string('x', 140) } : turn with { Id = Guid.NewGuid().ToString() })
            .ToList();

        var evaluation = GateEvaluator.Evaluate(s_gate, new(turns) { ExpiredRules = ["1 (entities.amounts, somebody@example.com)"] });
        var text = Said.In(GateText.Parts(evaluation));

        Assert.Equal(5, evaluation.Pending);
        Assert.Contains("5 comparisons are still pending", text, StringComparison.Ordinal);
        Assert.Contains("5 comparisons are still pending", GateText.Short(evaluation), StringComparison.Ordinal);
        Assert.All(evaluation.Criteria, criterion => Assert.Contains($"{criterion.Title} ({criterion.Name})", text, StringComparison.Ordinal));
        Assert.All(evaluation.Criteria, criterion => Assert.NotEqual(criterion.Name, criterion.Title));
    }

    [Fact]
    public void Evaluate_OfTimesWithoutRunsAgainstThemselves_HasNoVerdictOnThem()
    {
        var evaluation = GateEvaluator.Evaluate(s_gate, new(new NoisyTraffic(800) { Slower = 5, FloorShare = 0 }.Draw(5)));

        var p95 = evaluation.Criteria.Single(criterion => criterion.Name == CriterionNames.P95Ratio);
        Assert.Equal((CriterionStatus.NotEnoughData, null), (p95.Status, p95.Value));
        Assert.Contains("run against itself", p95.Reason, StringComparison.Ordinal);
    }
}
