using Xunit;

namespace FlowEngine.Tests.Testing;

public sealed class ExpectationTests
{
    private const string Flow =
        """
        1 welcome > 2
        2 set {"name": "size", "value": 4} > 3
        3 ask {"label": "City", "prompt": "Which city?", "key": "city"} > 4, -, -
        4 lead {"name": "somebody"} > 5
        5 say {"content": "Bye"} > 6
        6 end
        """;

    [Theory]
    [InlineData("\"text\": \"Which?\"", "text")]
    [InlineData("\"contains\": \"village\"", "contains: village")]
    [InlineData("\"not_contains\": [\"village\", \"city\"]", "does not contain: city")]
    [InlineData("\"matches\": \"^city$\"", "matches: ^city$")]
    [InlineData("\"kind\": \"closing\"", "closing")]
    [InlineData("\"quick_replies\": [\"Yes\"]", "Yes")]
    [InlineData("\"message_count\": 5", "5")]
    [InlineData("\"messages\": [{ \"text\": \"Which city?0\" }, { \"text\": \"x\" }]", "number of messages")]
    [InlineData("\"path\": [\"1\", \"3\"]", "1 | 3")]
    [InlineData("\"path_contains\": [\"City\", \"1\"]", "City | 1")]
    [InlineData("\"variables\": { \"walk.size\": 5 }", "walk.size")]
    [InlineData("\"variables\": { \"size\": { \"absent\": true } }", "absent")]
    [InlineData("\"variables\": { \"city\": { \"is_set\": true } }", "is set")]
    [InlineData("\"variables\": { \"size\": { \"contains\": \"5\" } }", "contains: 5")]
    [InlineData("\"variables\": { \"size\": { \"matches\": \"x\" } }", "matches: x")]
    [InlineData("\"waiting\": \"Town\"", "Town")]
    [InlineData("\"ended\": true", "the walk has ended")]
    [InlineData("\"failure\": \"no_case\"", "no_case")]
    [InlineData("\"effects\": [{ \"type\": \"lead\" }]", "lead")]
    [InlineData("\"effect_count\": 1", "1")]
    public async Task Expectation_ThatDoesNotHold_IsReportedWithWhatWasExpected(string expectation, string told)
    {
        var result = await new Bench(Flow).RunAsync($$"""{ "name": "t", "turns": [{ "say": "hello", "expect": { {{expectation}} } }] }""");

        var failure = Assert.Single(result.Failures);
        Assert.False(result.Passed);
        Assert.Equal(1, failure.Turn);
        Assert.StartsWith("/turns/0/expect/", failure.Pointer, StringComparison.Ordinal);
        Assert.Contains(told, $"{failure.What}\n{failure.Expected}", StringComparison.Ordinal);
        Assert.NotEqual(failure.Expected, failure.Actual);
    }

    [Fact]
    public async Task Expectations_ThatHold_Pass()
    {
        var result = await new Bench(Flow).RunAsync(
            """
            { "name": "t", "turns": [
              { "say": "hello", "expect": {
                "contains": "city", "not_contains": "village", "matches": "which\\s+city", "kind": "question", 
                "path": ["1", "2", "City"], "path_contains": ["1", "3"], "variables": { "size": 4, "walk.size": { "is_set": true }, "city": { "absent": true } },
                "waiting": "City", "ended": false, "failure": "none", "effect_count": 0 } },
              { "say": "Izmir", "expect": {
                "text": "Bye", "messages": [{ "text": "Bye", "kind": "text" }], "ended": true, "variables": { "conversation.city": "Izmir" },
                "effects": [{ "type": "lead", "node": "4" }] } }
            ] }
            """);

        Assert.Empty(result.Failures);
    }

    [Fact]
    public async Task Effect_WithAnotherPayload_IsReported()
    {
        var result = await new Bench("1 say {\"content\": \"x\"} > 2\n2 lead {\"name\": \"n\"} > 3\n3 end").RunAsync(
            """{ "name": "t", "turns": [{ "say": "a", "expect": { "effects": [{ "type": "letter", "payload": { "email": "a@b.c" } }] } }] }""");

        Assert.Equal(["/turns/0/expect/effects/0/type", "/turns/0/expect/effects/0/payload/email"], result.Failures.Select(failure => failure.Pointer));
    }

    [Fact]
    public async Task Failure_ThatNothingIsSaidOf_FailsTheTest()
    {
        var result = await new Bench("1 say {\"content\": \"x\"} > 2\n2 boom > 3, -\n3 end").SayAsync("hello");

        Assert.Equal("failure", Assert.Single(result.Failures).What);
        Assert.Contains("boom at node 2: on purpose", result.Failures[0].Actual, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choice_ThatWasNotOffered_FailsTheTest()
    {
        var result = await new Bench(Flow).RunAsync("""{ "name": "t", "turns": [{ "say": "hello" }, { "choose": "Ankara" }] }""");

        Assert.Equal("/turns/1/choose", Assert.Single(result.Failures).Pointer);
    }
}
