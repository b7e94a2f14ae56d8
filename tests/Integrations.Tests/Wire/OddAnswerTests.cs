using System.Text;
using FlowEngine.Conversations;
using FlowEngine.Integrations.Tests.Resilience;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace FlowEngine.Integrations.Tests.Wire;

/// <summary>What services write that other clients take, over a real connection.</summary>
public sealed class OddAnswerTests
{
    [Fact]
    public async Task Answer_WrittenOddly_IsReadAsAPersonWouldReadIt()
    {
        await using var talk = await Conversation.StartAsync("openai");
        var wrong = new List<string>();
        foreach (var (name, events, text) in OddAnswers.All)
        {
            var stream = new NotedStream();
            talk.Endpoint.Behaviour = (http, _) => ModelEndpoint.WriteAsync(http, events);

            var reply = await talk.SayAsync(stream);

            Note(wrong, name, text, reply.Text ?? $"{reply.FailureCode}: {reply.Cause}");
            Note(wrong, $"{name}, streamed", text, stream.Text);
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Answer_AsOneJsonText_IsRead()
    {
        await using var talk = await Conversation.StartAsync("openai");
        var wrong = new List<string>();
        foreach (var (name, body) in OddAnswers.Whole)
        {
            foreach (var type in new[] { "application/json", "application/json; charset=utf-8", "text/plain", "text/event-stream" })
            {
                talk.Endpoint.Behaviour = (http, _) => WriteAsync(http, type, Encoding.UTF8.GetBytes(body));

                var reply = await talk.SayAsync();

                Note(wrong, $"{name}, {type}", "All is well.", reply.Text ?? $"{reply.FailureCode}: {reply.Cause}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Answer_CharacterCutInTwo_IsPutTogether()
    {
        await using var talk = await Conversation.StartAsync("openai");
        var emoji = Encoding.UTF8.GetBytes("😀 ş");
        for (var cut = 1; cut < emoji.Length; cut++)
        {
            byte[] events = [.. OddAnswers.Piece(emoji.AsSpan(0, cut)), .. OddAnswers.Piece(emoji.AsSpan(cut)), .. Encoding.UTF8.GetBytes(OddAnswers.Done)];
            talk.Endpoint.Behaviour = (http, _) => WriteAsync(http, "text/event-stream", events);

            Assert.Equal("😀 ş", (await talk.SayAsync()).Text);
        }
    }

    [Fact]
    public async Task Answer_UsageWrittenOddly_IsCounted()
    {
        await using var talk = await Conversation.StartAsync("openai");
        talk.Endpoint.Behaviour = (http, _) => ModelEndpoint.WriteAsync(
            http,
            OddAnswers.Piece("All is well.", "\"stop\"")
                + """data: {"choices":[],"usage":{"prompt_tokens":"1000","completion_tokens":2e2,"total_tokens":null,"prompt_tokens_details":{"cached_tokens":640.0}}}""" + "\n\n"
                + """data: {"choices":[],"usage":{"prompt_tokens":null}}""" + "\n\n" + OddAnswers.Done);

        var usage = (await talk.SayAsync()).Usage;

        Assert.Equal((1000, 200, 640), (usage.InputTokens, usage.OutputTokens, usage.CachedTokens));
    }

    [Theory]
    [InlineData("""{"error":{"message":"slow down: PROMPT-7f3a","code":429}}""", FailureCodes.ModelRateLimited)]
    [InlineData("""{"error":{"message":"no more","type":"insufficient_quota"}}""", FailureCodes.ModelRateLimited)]
    [InlineData("""{"error":{"message":"who?","code":"invalid_api_key"}}""", FailureCodes.ModelUnavailable)]
    [InlineData("""{"error":"model crashed: PROMPT-7f3a"}""", FailureCodes.ModelFailed)]
    [InlineData("""{"object":"error","message":"too long","code":400}""", FailureCodes.ModelFailed)]
    [InlineData("""{"detail":"Internal Server Error"}""", FailureCodes.ModelFailed)]
    [InlineData("""{"message":"rate limited","status":429}""", FailureCodes.ModelRateLimited)]
    [InlineData("""{"choices":null,"base_resp":{"status_code":1004,"status_msg":"no"}}""", FailureCodes.ModelFailed)]
    [InlineData("""{"error":{"code":502,"message":"gone"},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]}""", FailureCodes.ModelFailed)]
    [InlineData("""{"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]}""", FailureCodes.ModelFailed)]
    public async Task Answer_ErrorWithinTheStream_IsAnError(string json, string code)
    {
        await using var talk = await Conversation.StartAsync("openai");
        foreach (var begun in new[] { "", OddAnswers.Piece("All is") })
        {
            var stream = new NotedStream();
            talk.Endpoint.Behaviour = (http, _) => ModelEndpoint.WriteAsync(http, $"{begun}data: {json}\n\n{OddAnswers.Done}");
            var streamed = await talk.SayAsync(stream);
            talk.Endpoint.Behaviour = (http, _) => WriteAsync(http, "application/json", Encoding.UTF8.GetBytes(json));
            var whole = await talk.SayAsync();
            talk.Time.Advance(TimeSpan.FromMinutes(1));

            Assert.Equal((code, code), (streamed.FailureCode, whole.FailureCode));
            Assert.Equal("", stream.Text);
            Assert.DoesNotContain(Conversation.Prompt, streamed.Cause + whole.Cause + talk.Logged, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Answer_ThinkingForLong_IsAlive(string provider)
    {
        await using var talk = await Conversation.StartAsync(provider);
        talk.Endpoint.Behaviour = async (http, _) =>
        {
            await ModelEndpoint.WriteAsync(http, talk.Dialect.Begin);
            for (var i = 0; i < 4; i++)
            {
                await ModelEndpoint.WriteAsync(http, (provider, i % 2) switch
                {
                    ("openai", 0) => OddAnswers.Delta("""{"reasoning_content":"SECRET "}"""),
                    ("openai", _) => ": still there\n\n",
                    (_, 0) => "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"thinking_delta\",\"thinking\":\"SECRET \"}}\n\n",
                    _ => "event: ping\ndata: {\"type\":\"ping\"}\n\n",
                });
                await Task.Delay(150);
                talk.Time.Advance(TimeSpan.FromSeconds(10));
            }

            await ModelEndpoint.WriteAsync(http, talk.Dialect.Token("All is well.") + talk.Dialect.End);
        };
        var stream = new NotedStream();

        var reply = await talk.SayAsync(stream);

        Assert.Equal(("All is well.", null, "All is well."), (reply.Text, reply.Cause, stream.Text));
        Assert.Equal("SECRET SECRET", reply.Thinking);
    }

    [Fact]
    public async Task Answer_ThinkingForEver_EndsWithTheCall()
    {
        await using var talk = await Conversation.StartAsync("openai");
        talk.Endpoint.Behaviour = async (http, _) =>
        {
            while (true)
            {
                await ModelEndpoint.WriteAsync(http, OddAnswers.Delta("""{"reasoning_content":"SECRET "}"""));
                await Task.Delay(20, http.RequestAborted);
                talk.Time.Advance(TimeSpan.FromSeconds(4));
            }
        };

        var reply = await talk.SayAsync();

        Assert.Equal((FailureCodes.ModelTimeout, "remote: no whole answer in time"), (reply.FailureCode, reply.Cause));
    }

    [Theory]
    [InlineData("length", "length")]
    [InlineData("max_tokens", "length")]
    [InlineData("content_filter", "content_filter")]
    [InlineData("SAFETY", "content_filter")]
    [InlineData("refusal", "refusal")]
    [InlineData("abort", "aborted")]
    [InlineData("stop", null)]
    [InlineData("eos_token", null)]
    public async Task Answer_Ending_IsMarkedWhereTheAnswerIsNotWhole(string ending, string? cut)
    {
        await using var talk = await Conversation.StartAsync("openai");
        talk.Endpoint.Behaviour = (http, _) => ModelEndpoint.WriteAsync(http, OddAnswers.Piece("All is", $"\"{ending}\"") + OddAnswers.Done);
        var reply = await talk.SayAsync();
        talk.Endpoint.Behaviour = (http, _) => ModelEndpoint.WriteAsync(http, OddAnswers.Piece("", $"\"{ending}\"") + OddAnswers.Done);
        var empty = await talk.SayAsync();

        Assert.Equal(("All is", cut), (reply.Text, reply.Usage.Cut));
        Assert.Equal((FailureCodes.ModelFailed, cut is null ? "remote: the answer is empty" : $"remote: the answer is empty ({cut})"), (empty.FailureCode, empty.Cause));
    }

    private static void Note(List<string> wrong, string name, string expected, string actual)
    {
        if (expected != actual)
        {
            wrong.Add($"{name}: '{actual}' is not '{expected}'");
        }
    }

    private static async Task WriteAsync(HttpContext http, string type, byte[] body)
    {
        http.Response.ContentType = type;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
