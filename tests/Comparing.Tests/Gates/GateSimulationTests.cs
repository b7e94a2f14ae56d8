using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Tests.Statistics;
using FlowEngine.Support;
using Xunit.Abstractions;

namespace FlowEngine.Comparing.Tests.Gates;

/// <summary>How often the gate is wrong, by drawing traffic of which the truth is known.</summary>
[Trait(Rounds.Trait, Rounds.Many)]
public sealed class GateSimulationTests(ITestOutputHelper output)
{
    private static readonly int s_seeds = Rounds.AreMany ? 1000 : 250;

    /// <summary>No room at all: V2 is exactly as good as it must be, the hardest case without a real difference.</summary>
    private static readonly GateFile s_strict = new()
    {
        Version = 1,
        MinConversations = 100,
        Resamples = 400,
        MaxExcessMismatch = 0,
        MaxBlocking = 0,
        MaxBlockingCount = 0,
        MaxErrorRateDifference = 0,
        MaxP95Ratio = 1,
        MaxCostPerConversationRatio = 1,
    };

    [Fact]
    public void Evaluate_OfManySeedsWithoutADifference_FailsAtMostSevenPercent()
    {
        var failed = Failures(s_strict, new NoisyTraffic(160));

        Assert.InRange(failed.Any, 0, 0.07);
    }

    [Theory]
    [InlineData(CriterionNames.ExcessMismatch)]
    [InlineData(CriterionNames.ErrorRateDifference)]
    [InlineData(CriterionNames.P95Ratio)]
    [InlineData(CriterionNames.CostPerConversationRatio)]
    public void Evaluate_OfManySeedsWithAStatedEffect_FailsAtLeastNinetyFivePercent(string criterion)
    {
        var traffic = new NoisyTraffic(400);
        traffic = criterion switch
        {
            CriterionNames.ExcessMismatch => traffic with { Defects = 0.12 },
            CriterionNames.ErrorRateDifference => traffic with { MoreFailures = 0.04 },
            CriterionNames.P95Ratio => traffic with { Slower = 1.5 },
            _ => traffic with { Dearer = 1.1 },
        };

        Assert.InRange(Failures(s_strict, traffic).Named[criterion], 0.95, 1);
    }

    private (double Any, Dictionary<string, double> Named) Failures(GateFile gate, NoisyTraffic traffic)
    {
        var evaluations = Enumerable.Range(1, s_seeds)
            .Select(seed => GateEvaluator.Evaluate(gate with { Seed = seed }, new(traffic.Draw((ulong)seed))))
            .ToArray();
        var named = evaluations[0].Criteria.ToDictionary(
            criterion => criterion.Name,
            criterion => (double)evaluations.Count(one => one.Criteria.First(other => other.Name == criterion.Name).Status == CriterionStatus.Failed) / s_seeds);
        foreach (var (name, share) in named)
        {
            output.WriteLine($"{name}: failed {share:P1}");
        }

        return ((double)evaluations.Count(one => one.Status == GateStatus.Failed) / s_seeds, named);
    }
}
