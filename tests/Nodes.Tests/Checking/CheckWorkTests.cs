using FlowEngine.Checking;
using FlowEngine.Nodes.Tests.Harness;
using FlowEngine.Tests.Running;
using Xunit;

namespace FlowEngine.Nodes.Tests.Checking;

/// <summary>A ladder of n conditions has 2^n ways through it, and is no more work than a chain.</summary>
public sealed class CheckWorkTests
{
    private static readonly TestWorld s_world = new();

    [Theory]
    [InlineData(50, false)]
    [InlineData(400, false)]
    [InlineData(1_600, false)]
    [InlineData(50, true)]
    [InlineData(400, true)]
    public void Work_OfALadder_GrowsWithItsNodes(int conditions, bool isFaulty)
    {
        var check = Check(Ladder(conditions, isFaulty ? "m set_variable {\"assignments\":[{\"name\":\"y\",\"value\":\"It is {{conversation.x1}}\"}]} > e" : "m message {\"content\":\"x\"} > e"));

        Assert.Equal(isFaulty ? ["mute_path", "read_before_set"] : [], check.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Code).Order());
        Assert.InRange(check.Work, conditions, (30 * conditions) + 4_000);
    }

    [Fact]
    public void CounterExample_AtTheEndOfALadder_IsFound()
    {
        var check = Check(Ladder(40, "m set_variable {\"assignments\":[{\"name\":\"y\",\"value\":\"It is {{conversation.x1}}\"}]} > e"));

        Assert.All(check.Findings.Where(finding => finding.Severity == Severity.Error), finding => Assert.Single(finding.CounterExample!));
    }

    private static CheckResult Check(string flow) => FlowChecker.Check(FlowText.Json(flow), new CheckContext(s_world.Registry, "c0"));

    private static string Ladder(int conditions, string last) => string.Join('\n', Enumerable.Range(0, conditions).SelectMany(i => new[]
    {
        $"c{i} condition {{\"left\":\"message\",\"op\":\"has_keyword\",\"right\":[\"word{i}\"]}} > s{i}, {Next(i, conditions)}",
        $"s{i} set_variable {{\"assignments\":[{{\"name\":\"x{i % 20}\",\"value\":\"1\"}}]}} > {Next(i, conditions)}",
    })) + $"\n{last}\ne end";

    private static string Next(int i, int conditions) => i + 1 < conditions ? $"c{i + 1}" : "m";
}
