using System.Text.Json;
using FlowEngine.Conversations;
using Microsoft.Extensions.AI;
using Xunit;

namespace FlowEngine.Integrations.Tests.Resilience;

/// <summary>Tool calls as both providers write them, there and back.</summary>
public sealed class ToolCallTests
{
    private const string Price = ""","price":{"input_per_million":3,"output_per_million":15,"currency":"USD","version":"2026-01"}""";

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Answer_CallsInPieces_AreReadWholeWithUsage(string provider)
    {
        await using var talk = await Conversation.StartAsync(provider, Price);
        Write(talk, "", ("search_products", ["{\"que", "ry\": \"fork", "lift ş\", \"limit\": 3}"]), ("get_product", ["{\"product\":\"EP-1\"}"]));

        var reply = await talk.SayAsync(tools: Offer());

        Assert.Equal((null, null), (reply.Text, reply.FailureCode));
        Assert.Equal(["search_products", "get_product"], reply.Calls.Select(call => call.Name));
        Assert.Equal("""{"query":"forklift ş","limit":3}""", System.Text.RegularExpressions.Regex.Unescape(reply.Calls[0].Arguments!.Value.ToJson()));
        Assert.Equal("EP-1", reply.Calls[1].Arguments!.Value["product"].Text);
        Assert.Equal(
            new ModelUsage("model-1", Dialect.InputTokens, Dialect.OutputTokens, new(0.006m, "USD", "2026-01")) { Parameters = new(null, null), CachedTokens = reply.Usage.CachedTokens },
            reply.Usage);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Answer_TextBeforeACall_IsStreamedThenDiscarded(string provider)
    {
        await using var talk = await Conversation.StartAsync(provider);
        Write(talk, "Let me look.", ("search_products", ["{\"query\":\"a\"}"]));
        var stream = new NotedStream();

        var reply = await talk.SayAsync(stream, Offer());

        Assert.Equal("Let me look.", reply.Text);
        Assert.Single(reply.Calls);
        Assert.Equal(("Let me look.", "", 1), (stream.BeforeDiscard, stream.Text, stream.Discards));
    }

    [Theory]
    [InlineData("openai", "{\"query\": ")]
    [InlineData("anthropic", "{\"query\": ")]
    [InlineData("openai", "[1]")]
    [InlineData("anthropic", "[1]")]
    [InlineData("openai", "nonsense")]
    [InlineData("anthropic", "nonsense")]
    public async Task Answer_ArgumentsAreNoObject_TheCallHasNone(string provider, string arguments)
    {
        await using var talk = await Conversation.StartAsync(provider);
        Write(talk, "", ("search_products", [arguments]));

        var reply = await talk.SayAsync(tools: Offer());

        Assert.Null(reply.FailureCode);
        Assert.Equal(new ModelToolCall("search_products", null), Assert.Single(reply.Calls));
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Answer_ArgumentsAreEndlessOrNamesStrange_StaysWithinBounds(string provider)
    {
        await using var talk = await Conversation.StartAsync(provider);
        Write(talk, "", [("sql; drop", ["{}"]), .. Enumerable.Repeat(("search_products", new[] { $$"""{"query":"{{new string('x', 9000)}}"}""" }), 40)]);

        var reply = await talk.SayAsync(tools: Offer());

        Assert.Equal(16, reply.Calls.Count);
        Assert.Equal("unknown", reply.Calls[0].Name);
        Assert.All(reply.Calls.Skip(1), call => Assert.Null(call.Arguments));
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Request_WithRounds_SendsToolsCallsAndAnswers(string provider)
    {
        await using var talk = await Conversation.StartAsync(provider);
        talk.Behave();
        var round = new ToolRound(
            "Let me look.",
            [new("search_products", Value.Object(("query", Value.Of("ş")))), new("get_product", null)],
            ["""{"products":[]}""", """{"error":"bad_arguments"}"""]);

        var reply = await talk.SayAsync(tools: Offer(rounds: round));

        Assert.Equal("All is well.", reply.Text);
        using var body = JsonDocument.Parse(talk.Endpoint.LastBody);
        var sent = body.RootElement;
        var names = sent.GetProperty("tools").EnumerateArray().Select(tool => provider == "openai" ? tool.GetProperty("function") : tool).ToList();
        Assert.Equal(["search_products", "get_product"], names.Select(tool => tool.GetProperty("name").GetString()));
        var schema = names[0].GetProperty(provider == "openai" ? "parameters" : "input_schema");
        Assert.Equal("query", schema.GetProperty("required")[0].GetString());
        Assert.Equal("string", schema.GetProperty("properties").GetProperty("query").GetProperty("type").GetString());
        var messages = sent.GetProperty("messages").EnumerateArray().ToList();
        if (provider == "openai")
        {
            var called = messages[2].GetProperty("tool_calls").EnumerateArray().ToList();
            Assert.Contains("Let me look.", messages[2].GetProperty("content").ToString(), StringComparison.Ordinal);
            Assert.Equal("ş", JsonDocument.Parse(called[0].GetProperty("function").GetProperty("arguments").GetString()!).RootElement.GetProperty("query").GetString());
            Assert.Equal("{}", called[1].GetProperty("function").GetProperty("arguments").GetString());
            Assert.Equal(called.Select(call => call.GetProperty("id").GetString()), messages.Skip(3).Select(message => message.GetProperty("tool_call_id").GetString()));
            Assert.Equal(["tool", "tool"], messages.Skip(3).Select(message => message.GetProperty("role").GetString()));
            Assert.Contains("products", messages[3].GetProperty("content").ToString(), StringComparison.Ordinal);
        }
        else
        {
            var said = messages[1].GetProperty("content").EnumerateArray().ToList();
            var answers = messages[2].GetProperty("content").EnumerateArray().ToList();
            Assert.Equal(["text", "tool_use", "tool_use"], said.Select(part => part.GetProperty("type").GetString()));
            Assert.Equal("ş", said[1].GetProperty("input").GetProperty("query").GetString());
            Assert.Equal(JsonValueKind.Object, said[2].GetProperty("input").ValueKind);
            Assert.Equal(["tool_result", "tool_result"], answers.Select(part => part.GetProperty("type").GetString()));
            Assert.Equal(said.Skip(1).Select(part => part.GetProperty("id").GetString()), answers.Select(part => part.GetProperty("tool_use_id").GetString()));
            Assert.Contains("products", answers[0].GetProperty("content").ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Answer_LastRound_CallsDoNotCount(string provider)
    {
        await using var talk = await Conversation.StartAsync(provider);
        var round = new ToolRound(null, [new("search_products", Value.Object())], ["{}"]);
        Write(talk, "That is all.", ("search_products", ["{\"query\":\"a\"}"]));
        var answered = await talk.SayAsync(tools: Offer(mayCall: false, rounds: round));
        using var body = JsonDocument.Parse(talk.Endpoint.LastBody);
        Write(talk, "", ("search_products", ["{\"query\":\"a\"}"]));
        var empty = await talk.SayAsync(tools: Offer(mayCall: false, rounds: round));

        Assert.Equal("That is all.", answered.Text);
        Assert.Empty(answered.Calls);
        Assert.Equal((FailureCodes.ModelFailed, "remote: the answer is empty"), (empty.FailureCode, empty.Cause));
        // One forbids calls by leaving the tools out; the other wants them named wherever messages speak of them.
        Assert.Equal(provider == "anthropic", body.RootElement.TryGetProperty("tools", out _));
        Assert.Equal(
            provider == "anthropic" ? "none" : null,
            body.RootElement.TryGetProperty("tool_choice", out var choice) ? choice.GetProperty("type").GetString() : null);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Answer_NoToolsWereOffered_CallsDoNotCount(string provider)
    {
        await using var talk = await Conversation.StartAsync(provider);
        Write(talk, "Hello.", ("search_products", ["{}"]));

        var reply = await talk.SayAsync();

        Assert.Equal("Hello.", reply.Text);
        Assert.Empty(reply.Calls);
        Assert.DoesNotContain("\"tools\"", talk.Endpoint.LastBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_CallsThatShareAnIndex_AreToldApartByTheirIds()
    {
        await using var talk = await Conversation.StartAsync("openai");
        talk.Endpoint.Behaviour = (http, _) => ModelEndpoint.WriteAsync(
            http, ToolDialect.Write("openai", "", ("search_products", ["{\"query\":\"a\"}"]), ("search_products", ["{\"query\":\"b\"}"]))
                .Replace("\"index\":1", "\"index\":0", StringComparison.Ordinal));

        var reply = await talk.SayAsync(tools: Offer());

        Assert.Equal(["a", "b"], reply.Calls.Select(call => call.Arguments!.Value["query"].Text));
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Answer_StreamEndsWithinACall_TheAnswerBrokeOff(string provider)
    {
        await using var talk = await Conversation.StartAsync(provider);
        var whole = ToolDialect.Write(provider, "", ("search_products", ["{\"query\":", "\"a\"}"]));
        talk.Endpoint.Behaviour = (http, _) => ModelEndpoint.WriteAsync(http, whole[..(whole.IndexOf("query", StringComparison.Ordinal) + 40)]);

        var reply = await talk.SayAsync(tools: Offer());

        Assert.Equal((FailureCodes.ModelFailed, 0), (reply.FailureCode, reply.Calls.Count));
    }

    [Fact]
    public async Task Answer_ConnectionBreaksAfterTheCallsEnded_TheyCount()
    {
        await using var talk = await Conversation.StartAsync("openai");
        var whole = ToolDialect.Write("openai", "", ("search_products", ["{\"query\":", "\"a\"}"]));
        var ended = whole[..whole.LastIndexOf("data: {", StringComparison.Ordinal)];
        talk.Endpoint.Behaviour = (http, _) => Misbehaviour.ResetAsync(http, ended);

        var reply = await talk.SayAsync(tools: Offer());

        Assert.Equal("a", Assert.Single(reply.Calls).Arguments!.Value["query"].Text);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Answer_FailsInASecondRound_TheNextConfigurationAnswersIt(string provider)
    {
        await using var talk = await Conversation.StartAsync(provider, offlineToo: true);
        talk.Misbehave("400");
        var round = new ToolRound(null, [new("search_products", Value.Object(("query", Value.Of("a"))))], ["{}"]);

        var reply = await talk.SayAsync(tools: Offer(rounds: round));

        Assert.Equal("spare", reply.Usage.Model);
        Assert.NotNull(reply.Text);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Answer_WithToolsWellOrBadly_LogsNothingThatWasSaid(string provider)
    {
        await using var talk = await Conversation.StartAsync(provider);
        var round = new ToolRound(Conversation.Prompt, [new("search_products", Value.Object(("query", Value.Of(Conversation.Prompt))))], [Conversation.Prompt]);
        Write(talk, Conversation.Prompt, ("search_products", [$$"""{"query":"{{Conversation.Prompt}}"}"""]), (Conversation.Prompt, [Conversation.Prompt]));
        var called = await talk.SayAsync(tools: Offer(rounds: round));
        talk.Misbehave("500");
        var failed = await talk.SayAsync(tools: Offer(rounds: round));

        Assert.Equal(2, called.Calls.Count);
        Assert.Equal(FailureCodes.ModelFailed, failed.FailureCode);
        Assert.Contains("gave no answer", talk.Logged, StringComparison.Ordinal);
        Assert.DoesNotContain(Conversation.Prompt, talk.Logged + failed.Cause, StringComparison.Ordinal);
        Assert.DoesNotContain(Conversation.Key, talk.Logged + failed.Cause, StringComparison.Ordinal);
    }

    private static void Write(Conversation talk, string text, params (string Name, string[] Pieces)[] calls) =>
        talk.Endpoint.Behaviour = (http, _) => ModelEndpoint.WriteAsync(http, ToolDialect.Write(talk.Dialect.Provider, text, calls));

    private static ToolOffer Offer(bool mayCall = true, params ToolRound[] rounds)
    {
        using var schema = JsonDocument.Parse("""{"type":"object","properties":{"query":{"type":"string"}},"required":["query"]}""");
        var context = new ModelContext { Language = "en", UserMessage = "hello" };
        return new(
            [
                AIFunctionFactory.CreateDeclaration("search_products", "Searches.", schema.RootElement.Clone(), null),
                AIFunctionFactory.CreateDeclaration("get_product", "Gets.", schema.RootElement.Clone(), null),
            ],
            mayCall,
            rounds,
            context);
    }
}
