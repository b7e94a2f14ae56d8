using Xunit;

namespace FlowEngine.Tests.Testing;

public sealed class CoverageTests
{
    [Fact]
    public async Task Coverage_OfConversations_CountsNodesEdgesOptionalPortsAndTimeouts()
    {
        var bench = new Bench(
            """
            1 choose {"cases": [{"word": "ask", "port": "output_1"}, {"word": "go", "port": "output_2"}], "default_port": "output_3"} > 2, 3, -
            2 ask {"refuse": "no", "max_attempts": 1, "timeout_minutes": 5} > 4, -, 4
            3 jump {"target": "4"}
            4 end
            """);
        var coverage = await bench.CoverageAsync();
        coverage.Add((await bench.SayAsync("ask", "yes")).Turns);
        var first = coverage.Report();

        coverage.Add((await bench.SayAsync("ask", "no", "ask", "+5m", "go", "else")).Turns);
        var all = coverage.Report();

        Assert.Equal((3, 4), (first.Nodes.Covered, first.Nodes.Total));
        Assert.Equal((2, 5), (first.Edges.Covered, first.Edges.Total));
        Assert.Equal((0, 2), (first.OptionalPorts.Covered, first.OptionalPorts.Total));
        Assert.Equal((0, 1), (first.Timeouts.Covered, first.Timeouts.Total));
        Assert.Equal(
            ["choose (1), go -> jump (3)", "choose (1), default (connected to nothing)", "ask (2), gave_up (connected to nothing)", "ask (2), timeout -> end (4)", "jump (3)", "jump (3) -> end (4)"],
            first.Uncovered.Select(point => point.Name));
        Assert.Empty(all.Uncovered);
        Assert.Equal(100, all.Percent);
    }

    [Fact]
    public async Task Coverage_OfSubFlows_CountsTheirNodesAndTheCallersPorts()
    {
        var bench = new Bench(
            """
            1 say {"content": "x"} > 2
            2 call {"flow": "#Inner"} > 3, 4
            3 end
            4 end
            # Inner
            11 choose {"cases": [{"word": "boom", "port": "output_1"}], "default_port": "output_2"} > 12, 13
            12 boom > 13, -
            13 end
            """);
        var coverage = await bench.CoverageAsync();

        coverage.Add((await bench.SayAsync("fine")).Turns);
        Assert.Contains(coverage.Report().Uncovered, point => point is { NodeId: "2", Port: "error" });
        Assert.DoesNotContain(coverage.Report().Uncovered, point => point is { NodeId: "2", Port: "next" });

        coverage.Add((await bench.SayAsync("boom")).Turns);
        Assert.Equal(["12 next", "12 error"], coverage.Report().Uncovered.Select(point => $"{point.NodeId} {point.Port}"));
    }
}
