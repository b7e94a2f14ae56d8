using System.Text.Json;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Cli;

public sealed class FlowDiffTests(CommandLine program) : IClassFixture<CommandLine>
{
    [Fact]
    public async Task Diff_OfTheSameMeaning_IsExitCodeZero()
    {
        var one = program.Write("one.json", SmallFlows.Saying("x"));
        var spaced = program.Write("spaced.json", SmallFlows.Saying("x").Replace(",", ", ", StringComparison.Ordinal));

        Assert.Equal("Both mean the same.", (await program.RunAsync("flow", "diff", one, spaced)).Expect(0).Output.Trim());
    }

    [Fact]
    public async Task Diff_OfTwoFlows_SaysEachDifferenceInALine()
    {
        var saying = program.Write("saying.json", SmallFlows.Saying("Günaydın"));
        var other = program.Write("other.json", SmallFlows.Saying("İyi akşamlar"));
        var asking = program.Write("asking.json", SmallFlows.Asking());

        var text = (await program.RunAsync("flow", "diff", saying, other)).Expect(1).Output;
        var more = (await program.RunAsync("flow", "diff", saying, asking)).Expect(1).Output;

        Assert.Equal("""~ node 1 message /content: "Günaydın" -> "İyi akşamlar" """.Trim(), text.Trim());
        Assert.Contains("+ node 3 end", more, StringComparison.Ordinal);
        Assert.Contains("+ edge 2 output_1 -> 3 input_1", more, StringComparison.Ordinal);
        Assert.Contains("""~ node 1 collect_data has another type: "message" -> "collect_data" """.Trim(), more, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_AsJson_HasKindAndBothValues()
    {
        var before = program.Write("before.json", SmallFlows.Saying("a"));
        var after = program.Write("after.json", SmallFlows.Saying("b"));

        var difference = JsonElement.Parse((await program.RunAsync("flow", "diff", before, after, "--json")).Expect(1).Output);

        Assert.False(difference.GetProperty("equal").GetBoolean());
        var change = Assert.Single(difference.GetProperty("changes").EnumerateArray());
        Assert.Equal("configuration_changed", change.GetProperty("kind").GetString());
        Assert.Equal("/content", change.GetProperty("pointer").GetString());
        Assert.Equal("b", change.GetProperty("after").GetString());
        Assert.False(change.TryGetProperty("edge", out _));
    }

    [Theory]
    [InlineData("{}", "is not a Drawflow document")]
    [InlineData("nothing", "is not a Drawflow document")]
    [InlineData(null, "there is no such file")]
    public async Task Diff_OfWhatIsNoFlow_IsExitCodeTwo(string? text, string expected)
    {
        var good = program.Write("good.json", SmallFlows.Saying("a"));
        var bad = text is null ? "absent.json" : program.Write("bad.json", text);

        Assert.Contains(expected, (await program.RunAsync("flow", "diff", good, bad)).Expect(2).Errors, StringComparison.Ordinal);
    }
}
