using FlowEngine.Conversations;
using Xunit;

namespace FlowEngine.Tests.Testing;

public sealed class ScriptTests
{
    private const string Asking =
        """
        1 say {"content": "Hi"} > 2
        2 ask {"key": "city", "timeout_minutes": 60, "refuse": "no", "max_attempts": 2} > 3, 5, 6
        3 model > 4, 5
        4 end {"closing": "done"}
        5 end {"closing": "given up"}
        6 ask {"key": "other", "timeout_minutes": 10} > 4, -, 5
        """;

    [Fact]
    public async Task Advance_LessThanTheWait_ChangesNothing()
    {
        var result = await new Bench(Asking).RunAsync(
            """{ "name": "t", "turns": [{ "say": "a" }, { "advance": "59m", "expect": { "message_count": 0, "waiting": "2" } }] }""");

        Assert.Empty(result.Failures);
        Assert.Empty(result.Turns[1].Steps);
    }

    [Fact]
    public async Task Advance_OverSeveralTimeouts_FiresEachAtItsTime()
    {
        var result = await new Bench(Asking).RunAsync(
            """{ "name": "t", "turns": [{ "say": "a" }, { "advance": "70m", "expect": { "path": ["2", "6", "6", "5"], "contains": "given up", "ended": true } }] }""");

        Assert.Empty(result.Failures);
    }

    [Fact]
    public async Task Model_WithStandIns_TakesTheFirstThatFitsAsOftenAsItMay()
    {
        var result = await new Bench("1 model > 2, -\n2 end").RunAsync(
            """
            { "name": "t", "stand_ins": { "model": [{ "contains": "price", "answer": "9" }, { "answer": "once", "times": 1 }] }, "turns": [
              { "say": "the PRICE?", "expect": { "text": "9" } }, { "say": "a", "expect": { "text": "once" } },
              { "say": "a price", "expect": { "text": "9" } }, { "say": "b", "expect": { "text": "Hello there" } } ] }
            """);

        Assert.Empty(result.Failures);
    }

    [Fact]
    public async Task Model_ThatFails_LeavesByTheErrorPort()
    {
        var result = await new Bench(Asking).RunAsync(
            """
            { "name": "t", "stand_ins": { "model": [{ "fails": "model_timeout" }] }, "turns": [
              { "say": "a" }, { "say": "Izmir", "expect": { "path": ["2", "3", "5"], "text": "given up" } } ] }
            """);

        Assert.Empty(result.Failures);
        Assert.Equal("error", Assert.Single(result.Turns[1].Steps[1].Taken).Port);
    }

    [Fact]
    public async Task Node_ThatFails_DoesSoAsOftenAsItShould()
    {
        var result = await new Bench("1 say {\"content\": \"x\", \"label\": \"Say\"} > 2\n2 end").RunAsync(
            """
            { "name": "t", "stand_ins": { "nodes": [{ "node": "Say", "fails": "node_timeout", "times": 1 }] }, "turns": [
              { "say": "a", "expect": { "failure": "node_timeout", "text": "Sorry.", "kind": "fallback" } }, { "say": "b", "expect": { "text": "x" } } ] }
            """);

        Assert.Empty(result.Failures);
    }

    [Fact]
    public async Task Variables_OfTheScript_AreThereAtTheFirstTurn()
    {
        var result = await new Bench("1 say {\"content\": \"x\"} > 2\n2 end").RunAsync(
            """{ "name": "t", "variables": { "city": "Izmir" }, "turns": [{ "say": "a", "expect": { "variables": { "conversation.city": "Izmir" } } }] }""");

        Assert.Empty(result.Failures);
        Assert.Equal(Value.Of("Izmir"), result.Turns[0].Steps[0].Before.Conversation["city"]);
    }
}
