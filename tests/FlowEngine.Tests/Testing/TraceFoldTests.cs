using FlowEngine.Conversations;
using Xunit;

namespace FlowEngine.Tests.Testing;

public sealed class TraceFoldTests
{
    [Fact]
    public async Task Fold_OverSubFlow_KeepsItsVariablesApart()
    {
        var bench = new Bench(
            """
            1 set {"name": "a", "value": "one"} > 2
            2 call {"flow": "inner", "inputs": {"b": "walk.a"}, "outputs": {"c": "d"}} > 3, -
            3 set {"name": "e", "value": "five"} > 4
            4 end
            """).With("inner", "11 set {\"name\": \"c\", \"value\": \"three\"} > 12\n12 end");

        var steps = (await bench.SayAsync("go")).Turns[0].Steps;

        Assert.Equal(["1", "2", "11", "12", "3", "4"], steps.Select(step => step.Step.Id));
        Assert.Equal([1, 1, 2, 2, 1, 1], steps.Select(step => step.Depth));
        Assert.Equal("", Shown(steps[0].Before.Walk));
        Assert.Equal("a=one", Shown(steps[0].After.Walk));
        Assert.Equal("b=one", Shown(steps[2].Before.Walk));
        Assert.Equal("b=one c=three", Shown(steps[2].After.Walk));
        Assert.Equal("a=one d=three", Shown(steps[4].Before.Walk));
        Assert.Equal("a=one d=three e=five", Shown(steps[5].After.Walk));
        Assert.Equal("next", Assert.Single(steps[3].Taken).Port);
    }

    [Fact]
    public async Task Fold_OverTurns_BeginsWithTheStoredFrames()
    {
        var bench = new Bench(
            """
            1 set {"name": "a", "value": "one"} > 2
            2 call {"flow": "inner", "outputs": {"answer": "said"}} > 3, -
            3 end {"reset": true}
            """).With("inner", "11 ask {\"scope\": \"walk\"} > 12, -, -\n12 end");

        var result = await bench.SayAsync("go", "Izmir");
        var steps = result.Turns[1].Steps;

        Assert.Equal(["11", "12", "3"], steps.Select(step => step.Step.Id));
        Assert.Equal("", Shown(steps[0].Before.Walk));
        Assert.Equal("answer=Izmir", Shown(steps[0].After.Walk));
        Assert.Equal("a=one said=Izmir", Shown(steps[2].Before.Walk));
    }

    [Fact]
    public async Task Fold_OverConversationThatForgets_EndsWithoutItsVariables()
    {
        var bench = new Bench("1 ask {\"key\": \"city\"} > 2, -, -\n2 end {\"reset\": true}");

        var steps = (await bench.SayAsync("go", "Izmir")).Turns[1].Steps;

        Assert.Equal("city=Izmir", Shown(steps[1].Before.Conversation));
        Assert.Equal("", Shown(steps[1].After.Conversation));
    }

    [Fact]
    public async Task Fold_OverFailureThatANodeLetsPass_HasItsDefault()
    {
        var bench = new Bench("1 boom {\"on_error\": \"continue\", \"default\": {\"price\": 0}} > 2, -\n2 end");

        var steps = (await bench.SayAsync("go")).Turns[0].Steps;

        Assert.Equal("price=0", Shown(steps[1].Before.Walk));
        Assert.Equal("next", Assert.Single(steps[0].Taken).Port);
    }

    private static string Shown(IReadOnlyDictionary<string, Value> variables) =>
        string.Join(' ', variables.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
}
