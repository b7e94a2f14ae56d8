using System.Text.Json;
using FlowEngine.Conversations;
using FlowEngine.Integrations.Tests.Resilience;
using Microsoft.Extensions.AI;
using Xunit;

namespace FlowEngine.Integrations.Tests.Wire;

/// <summary>Tool calls as services write them, by the protocol and as text.</summary>
public sealed class OddToolCallTests
{
    private const string Query = """{"query":"forklift"}""";

    [Theory]
    [InlineData("""{"tool_calls":[{"index":0,"id":"a","type":"function","function":{"name":"search_products","arguments":{"query":"forklift"}}}]}""")]
    [InlineData("""{"tool_calls":[{"id":"a","function":{"name":"search_products","arguments":"{\"query\":\"forklift\"}"}}]}""")]
    [InlineData("""{"tool_calls":[{"function":{"name":"search_products","arguments":"{\"query\":\"forklift\"}"}}]}""")]
    [InlineData("""{"tool_calls":[{"index":"0","id":7,"name":"search_products","arguments":{"query":"forklift"}}]}""")]
    [InlineData("""{"tool_calls":{"index":null,"id":null,"function":{"name":"search_products","arguments":"{\"query\":\"forklift\"}"}}}""")]
    [InlineData("""{"function_call":{"name":"search_products","arguments":"{\"query\":\"forklift\"}"}}""")]
    public async Task Call_WrittenOddly_IsRead(string delta)
    {
        await using var talk = await Conversation.StartAsync("openai");
        foreach (var ending in new[] { "\"tool_calls\"", "\"stop\"", "\"\"", "null" })
        {
            talk.Endpoint.Behaviour = (http, _) => ModelEndpoint.WriteAsync(
                http, OddAnswers.Delta(delta) + OddAnswers.Piece("", ending) + OddAnswers.Done);

            var reply = await talk.SayAsync(tools: Offer());

            var call = Assert.Single(reply.Calls);
            Assert.Equal(("search_products", Query), (call.Name, call.Arguments?.ToJson()));
        }
    }

    [Fact]
    public async Task Calls_PiecesWithoutIndex_AreToldApart()
    {
        await using var talk = await Conversation.StartAsync("openai");
        talk.Endpoint.Behaviour = (http, _) => ModelEndpoint.WriteAsync(
            http,
            OddAnswers.Delta("""{"tool_calls":[{"id":"a","function":{"name":"search_products","arguments":"{\"query\":"}}]}""")
                + OddAnswers.Delta("""{"tool_calls":[{"function":{"arguments":"\"forklift\"}"}}]}""")
                + OddAnswers.Delta("""{"tool_calls":[{"id":"b","function":{"name":"get_product","arguments":"{\"product\":\"1\"}"}}]}""")
                + OddAnswers.Stop);

        var reply = await talk.SayAsync(tools: Offer());

        Assert.Equal(["search_products " + Query, """get_product {"product":"1"}"""], reply.Calls.Select(call => $"{call.Name} {call.Arguments?.ToJson()}"));
    }

    [Theory]
    [InlineData("""<tool_call>{"name":"search_products","arguments":{"query":"forklift"}}</tool_call>""")]
    [InlineData("""<tool_call>{"name":"search_products","arguments":{"query":"forklift"}}""")]
    [InlineData("""<TOOL_CALL>\n{"name":"search_products","arguments":"{\"query\":\"forklift\"}"}\n</TOOL_CALL>""")]
    [InlineData("""<tool_call>\n<function=search_products>\n<parameter=query>\nforklift\n</parameter>\n</function>\n</tool_call>""")]
    [InlineData("""<tool_call>search_products\n<arg_key>query</arg_key>\n<arg_value>forklift</arg_value>\n</tool_call>""")]
    [InlineData("""<function=search_products>{"query":"forklift"}</function>""")]
    [InlineData("""<function_calls><invoke name="search_products"><parameter name="query">forklift</parameter></invoke></function_calls>""")]
    [InlineData("""[TOOL_CALLS] [{"name":"search_products","arguments":{"query":"forklift"}}]""")]
    [InlineData("""[TOOL_CALLS]search_products[ARGS]{"query":"forklift"}""")]
    [InlineData("""<|python_tag|>{"name":"search_products","parameters":{"query":"forklift"}}<|eom_id|>""")]
    [InlineData("""<|tool_calls_section_begin|><|tool_call_begin|>functions.search_products:0<|tool_call_argument_begin|>{"query":"forklift"}<|tool_call_end|><|tool_calls_section_end|>""")]
    [InlineData("""functions=[{"name":"search_products","arguments":{"query":"forklift"}}]""")]
    [InlineData("""functools[{"name":"search_products","arguments":{"query":"forklift"}}]""")]
    [InlineData("""```json\n{"name":"search_products","arguments":{"query":"forklift"}}\n```""")]
    [InlineData("""```tool_call\n{"tool":"search_products","parameters":{"query":"forklift"}}\n```""")]
    [InlineData("""{"name":"search_products","parameters":{"query":"forklift"}}""")]
    [InlineData("""[{"type":"function","function":{"name":"search_products","arguments":"{\"query\":\"forklift\"}"}}]""")]
    [InlineData("""{"tool_calls":[{"function":{"name":"functions.search_products","arguments":{"query":"forklift"}}}]}""")]
    [InlineData("""<think>I look.</think>\n<tool_call>{"name":"search_products","arguments":{"query":"forklift"}}</tool_call>""")]
    public async Task Call_WrittenAsText_IsReadAndNeverShown(string written)
    {
        var text = written.Replace("\\n", "\n", StringComparison.Ordinal);
        await using var talk = await Conversation.StartAsync("openai");
        foreach (var size in new[] { 1, 7, text.Length })
        {
            talk.Endpoint.Behaviour = (http, _) => ModelEndpoint.WriteAsync(http, Cut(text, size) + OddAnswers.Stop + OddAnswers.Done);
            var stream = new NotedStream();

            var reply = await talk.SayAsync(stream, Offer());

            var call = Assert.Single(reply.Calls);
            Assert.Equal(("search_products", Query), (call.Name, call.Arguments?.ToJson()));
            Assert.Equal(("", ""), (stream.Text, stream.BeforeDiscard));
        }
    }

    [Theory]
    [InlineData("""<tool_call>{"name":"search_products","arguments":{"query":"fork\ud83d"}}</tool_call>""")]
    [InlineData("""<tool_call>{"name":"search_products","arguments":"{\"query\":\"fork\ud83d\"}"}</tool_call>""")]
    public async Task Call_WrittenAsTextWithHalfACharacter_IsRead(string text)
    {
        await using var talk = await Conversation.StartAsync("openai");
        talk.Endpoint.Behaviour = (http, _) => ModelEndpoint.WriteAsync(http, Cut(text, 7) + OddAnswers.Stop);

        var reply = await talk.SayAsync(tools: Offer());

        Assert.Equal("fork\uFFFD", Assert.Single(reply.Calls).Arguments?["query"].ToString());
    }

    [Theory]
    [InlineData("""Here: <tool_call>{"name":"search_products","arguments":{}}</tool_call> done""", "Here: done")]
    [InlineData("""Here. [TOOL_CALLS] [{"name":"x"}]""", "Here. ")]
    [InlineData("""Here.<|im_end|>""", "Here.")]
    public async Task Call_WrittenAsTextWithoutTools_IsWithheld(string text, string shown)
    {
        await using var talk = await Conversation.StartAsync("openai");
        talk.Endpoint.Behaviour = (http, _) => ModelEndpoint.WriteAsync(http, Cut(text, 3) + OddAnswers.Stop);
        var stream = new NotedStream();

        var reply = await talk.SayAsync(stream);

        Assert.Equal((shown, shown), (reply.Text, stream.Text));
        Assert.Empty(reply.Calls);
    }

    [Theory]
    [InlineData("""```json\n{"name":"somebody else","arguments":{}}\n```\nThat is it.""")]
    [InlineData("""```csharp\nvar x = 1;\n```\nThat is it.""")]
    [InlineData("""{"name":"not a tool"}""")]
    [InlineData("""[LINK:shop:product:ep-1] is good.""")]
    [InlineData("""Use `<think>` and `<tool_call>` as tags, a < b, and [1].""")]
    [InlineData("""```xml\n<think>an example</think>\n``` of it""")]
    public async Task Text_ThatOnlyLooksLikeACall_IsShown(string written)
    {
        var text = written.Replace("\\n", "\n", StringComparison.Ordinal);
        if (text.StartsWith("```xml", StringComparison.Ordinal))
        {
            text = text.Replace("</think>", "", StringComparison.Ordinal);
        }

        await using var talk = await Conversation.StartAsync("openai");
        talk.Endpoint.Behaviour = (http, _) => ModelEndpoint.WriteAsync(http, Cut(text, 2) + OddAnswers.Stop);
        var stream = new NotedStream();

        var reply = await talk.SayAsync(stream, Offer());

        Assert.Equal((text, text), (reply.Text, stream.Text));
    }

    /// <summary>The text in pieces of so many characters.</summary>
    private static string Cut(string text, int size) =>
        string.Concat(text.Chunk(size).Select(piece => OddAnswers.Delta($$"""{"content":{{JsonSerializer.Serialize(new string(piece))}} }""")));

    private static ToolOffer Offer()
    {
        using var schema = JsonDocument.Parse("""{"type":"object","properties":{"query":{"type":"string"}}}""");
        return new(
            [
                AIFunctionFactory.CreateDeclaration("search_products", "Searches.", schema.RootElement.Clone(), null),
                AIFunctionFactory.CreateDeclaration("get_product", "Gets.", schema.RootElement.Clone(), null),
            ],
            MayCall: true,
            [],
            new ModelContext { Language = "en", UserMessage = "hello" });
    }
}
