using FlowEngine.Conversations;
using FlowEngine.Integrations.Tests.Resilience;
using Xunit;

namespace FlowEngine.Integrations.Tests.Wire;

/// <summary>Answers of services that speak almost Anthropic's messages.</summary>
public sealed class OddMessageTests
{
    private const string Stop = """{"type":"message_stop"}""";

    private static readonly (string Name, string[] Events, string Text)[] s_all =
    [
        ("no event names", ["""{"type":"message_start","message":{"role":"assistant"}}""", Text("All is well."), Stop], "All is well."),
        ("no begin", [Text("All is "), Text("well."), Stop], "All is well."),
        ("no index", ["""{"type":"content_block_delta","delta":{"type":"text_delta","text":"All is well."}}""", Stop], "All is well."),
        ("no end but a reason", [Text("All is well."), """{"type":"message_delta","delta":{"stop_reason":"end_turn"}}"""], "All is well."),
        ("unknown reason", [Text("All is well."), """{"type":"message_delta","delta":{"stop_reason":"eos"},"usage":null}""", Stop], "All is well."),
        ("unknown kinds", ["""{"type":"content_block_start","index":0,"content_block":{"type":"quantum","data":7}}""", """{"type":"news"}""", Text("All is well."), Stop], "All is well."),
        ("text at the block's start", ["""{"type":"content_block_start","index":0,"content_block":{"type":"text","text":"All is "}}""", Text("well."), Stop], "All is well."),
        ("thinking", ["""{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"SECRET"}}""", """{"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"x"}}""", Text("All is well."), Stop], "All is well."),
        ("usage is odd", ["""{"type":"message_start","message":{"id":7,"usage":{"input_tokens":"1000","output_tokens":1.0}}}""", Text("All is well."), """{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":"200"}}""", Stop], "All is well."),
        ("surrogates in two pieces", [Text("Well \\ud83d"), Text("\\ude00"), Stop], "Well 😀"),
        ("whole", ["""{"type":"message","role":"assistant","content":[{"type":"thinking","thinking":"SECRET"},{"type":"text","text":"All is well."}],"stop_reason":"end_turn","usage":{"input_tokens":1000,"output_tokens":200}}"""], "All is well."),
    ];

    [Fact]
    public async Task Answer_WrittenOddly_IsReadAsAPersonWouldReadIt()
    {
        await using var talk = await Conversation.StartAsync("anthropic");
        var wrong = new List<string>();
        foreach (var (name, events, text) in s_all)
        {
            foreach (var framing in new[] { "data: {0}\n\n", "data:{0}\r\n\r\n", "data: {0}\n", ": x\n\ndata: {0}\n\n", "{0}\n" })
            {
                var stream = new NotedStream();
                talk.Endpoint.Behaviour = (http, _) => ModelEndpoint.WriteAsync(
                    http, string.Concat(events.Select(sent => framing.Replace("{0}", sent, StringComparison.Ordinal))));

                var reply = await talk.SayAsync(stream);

                if ((reply.Text, stream.Text) != (text, text))
                {
                    wrong.Add($"{name}, '{framing}': '{reply.Text}' and '{stream.Text}', {reply.Cause}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("max_tokens", "length")]
    [InlineData("refusal", "refusal")]
    [InlineData("end_turn", null)]
    [InlineData("stop_sequence", null)]
    public async Task Answer_Ending_IsMarkedWhereTheAnswerIsNotWhole(string reason, string? cut)
    {
        await using var talk = await Conversation.StartAsync("anthropic");
        talk.Endpoint.Behaviour = (http, _) => ModelEndpoint.WriteAsync(
            http, talk.Dialect.Whole("All is").Replace("end_turn", reason, StringComparison.Ordinal));

        var reply = await talk.SayAsync();

        Assert.Equal(("All is", cut, Dialect.OutputTokens), (reply.Text, reply.Usage.Cut, reply.Usage.OutputTokens));
    }

    [Theory]
    [InlineData("""{"type":"error","error":{"type":"overloaded_error","message":"PROMPT-7f3a"}}""", FailureCodes.ModelFailed)]
    [InlineData("""{"type":"error","error":{"type":"rate_limit_error","message":"PROMPT-7f3a"}}""", FailureCodes.ModelRateLimited)]
    [InlineData("""{"type":"error","error":{"type":"authentication_error","message":"PROMPT-7f3a"}}""", FailureCodes.ModelUnavailable)]
    public async Task Answer_ErrorWithinTheStream_IsAnError(string json, string code)
    {
        await using var talk = await Conversation.StartAsync("anthropic");
        talk.Endpoint.Behaviour = (http, _) => ModelEndpoint.WriteAsync(http, talk.Dialect.Begin + talk.Dialect.Token("All is") + $"event: error\ndata: {json}\n\n");
        var stream = new NotedStream();

        var reply = await talk.SayAsync(stream);

        Assert.Equal((code, ""), (reply.FailureCode, stream.Text));
        Assert.DoesNotContain(Conversation.Prompt, reply.Cause + talk.Logged, StringComparison.Ordinal);
    }

    private static string Text(string text) => $$"""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"{{text}}"} }""";
}
