using FlowEngine.Testing.Generating;
using FlowEngine.Testing.Scripts;
using Xunit;

namespace FlowEngine.Tests.Testing;

public sealed class GeneratorTests
{
    [Fact]
    public async Task Generate_ForUncoveredPorts_FindsConversationsThatHold()
    {
        var bench = new Bench(
            """
            1 ask {"refuse": "x", "max_attempts": 2, "timeout_minutes": 30} > 2, 3, 4
            2 model > 5, 4
            3 end
            4 end
            5 jump {"target": "6"}
            6 boom {"on_error": "continue"} > 3, -
            """);
        var coverage = await bench.CoverageAsync();

        var generated = await new FlowTestGenerator(bench.Subject, coverage).GenerateAsync([], [], CancellationToken.None);

        Assert.Empty(generated.NotFound);
        foreach (var test in generated.Tests)
        {
            Assert.Empty((await bench.RunAsync(FlowTestWriter.Write(test))).Failures);
        }
    }

    [Fact]
    public async Task Generate_ForWhatNothingLeadsTo_NamesIt()
    {
        var bench = new Bench(
            """
            1 choose {"cases": [{"word": "unguessable-word", "port": "output_1"}], "default_port": "output_2"} > 2, 3
            2 end
            3 end
            """);
        var coverage = await bench.CoverageAsync();

        var generated = await new FlowTestGenerator(bench.Subject, coverage).GenerateAsync([], [], CancellationToken.None);

        Assert.Equal(["choose (1), unguessable-word -> end (2)", "end (2)"], generated.NotFound.Select(point => point.Name));
        Assert.Single(generated.Tests);
    }

    [Fact]
    public async Task Generate_BesideATestThatCoversAll_AddsNothing()
    {
        var bench = new Bench("1 say {\"content\": \"x\"} > 2\n2 end");
        var coverage = await bench.CoverageAsync();
        var known = await bench.SayAsync("hello");
        coverage.Add(known.Turns);

        Assert.Empty((await new FlowTestGenerator(bench.Subject, coverage).GenerateAsync([known], [], CancellationToken.None)).Tests);
    }
}
