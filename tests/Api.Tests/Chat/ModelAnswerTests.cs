using System.Text.Json;
using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Chat;

/// <summary>What a model's service writes, through the whole service: both engines, at once and as a stream.</summary>
public sealed class ModelAnswerTests
{
    private const string Secret = "Ali's number is +90 532 123 45 67, SECRET";

    public static TheoryData<string, string, string?> Answers() => new()
    {
        { "thinking in a tag", OddModel.Piece($"<think>{Secret}</think>") + OddModel.Piece("All is well.") + End("stop"), null },
        { "thinking in a tag, in pieces", string.Concat($"<think>{Secret}</think>All is well.".Chunk(3).Select(piece => OddModel.Piece(new string(piece)))) + End("stop"), null },
        { "a closing tag alone", OddModel.Piece($"The user asks. {Secret}") + OddModel.Piece("</think>\n\n") + OddModel.Piece("All is well.") + End("stop"), null },
        { "reasoning apart", OddModel.Piece("", more: $$""","reasoning_content":"{{Secret}}" """.TrimEnd()) + OddModel.Piece("All is well.") + End("eos"), null },
        { "thinking parts", $$"""data: {"choices":[{"delta":{"content":[{"type":"thinking","thinking":"{{Secret}}"},{"type":"text","text":"All is well."}]},"finish_reason":""}]}""" + "\n\ndata: [DONE]\n\n", null },
        { "a written call", $"{OddModel.Piece($"<think>{Secret}</think>All is well.")}{OddModel.Piece("<tool_call>{\"name\":\"x\"}</tool_call>")}{End("stop")}", null },
        { "cut by length", OddModel.Piece($"<think>{Secret}</think>All is well.") + End("length"), "length" },
        { "cut by a filter", OddModel.Piece($"<think>{Secret}</think>All is well.") + End("content_filter"), "content_filter" },
        { "refused", $$"""data: {"choices":[{"delta":{"reasoning":"{{Secret}}","refusal":"All is well."},"finish_reason":"stop"}]}""" + "\n\n", "refusal" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Answer_OfEitherEngine_IsTheTextAloneAndItsMarksAreKept(string name, string events, string? cut)
    {
        Assert.NotEmpty(name);
        await using var model = await OddModel.StartAsync();
        await using var service = await StartAsync(model);
        model.Says(events);
        foreach (var (path, size) in new[] { (ChatApi.V1, 1), (ChatApi.V2, 7), (ChatApi.V1, int.MaxValue), (ChatApi.V2, int.MaxValue) })
        {
            model.Size = size;
            var plain = await service.Api().SayAsync("Hello", path, new { sessionId = Guid.NewGuid().ToString("N"), language = "en", flow = Flow(path) });
            var streamed = await service.Api().StreamAsync("Hello", path, new { sessionId = Guid.NewGuid().ToString("N"), language = "en", flow = Flow(path) });

            var expected = path == ChatApi.V1 ? (string[])["All is well."] : ["Welcome.", "All is well.", cut is null ? "whole" : $"cut: {cut}"];
            Assert.Equal(expected, plain.Messages.Select(Reply.Content));
            Assert.Equal(expected, new Reply(streamed[^1].Data).Messages.Select(Reply.Content));
            Assert.Equal(cut, plain.Json.GetProperty("usage").TryGetProperty("cut", out var told) ? told.GetString() : null);
            Assert.All(streamed, sent => Assert.DoesNotContain("SECRET", sent.Data.ToString(), StringComparison.Ordinal));
            Assert.All(streamed, sent => Assert.DoesNotContain("think", sent.Data.ToString(), StringComparison.Ordinal));
            Assert.All(streamed, sent => Assert.DoesNotContain("tool_call", sent.Data.ToString(), StringComparison.Ordinal));
            var trace = (await service.RowsAsync("SELECT trace FROM conversation_turns WHERE upper(id) = upper(@id)", ("id", plain.TurnId)))[0][0]!.ToString()!;
            Assert.Contains("SECRET", trace, StringComparison.Ordinal);
            Assert.DoesNotContain("+90 532", trace, StringComparison.Ordinal);
            Assert.Equal(cut is not null, trace.Contains($"\"cut\":\"{cut}\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Trace_OfADesigner_HasTheThinkingAndTheMark()
    {
        await using var model = await OddModel.StartAsync();
        await using var service = await StartAsync(model);
        model.Says(OddModel.Piece($"<think>{Secret}</think>All is") + End("length"));

        var reply = await service.Api().SayAsync("Hello", ChatApi.V2 + "?trace=true", new { language = "en", flow = "answers" });

        var step = Assert.Single(
            reply.Json.GetProperty("trace").GetProperty("steps").EnumerateArray(), step => step.GetProperty("type").GetString() == "ai_response");
        Assert.Equal("length", step.GetProperty("cut").GetString());
        Assert.Equal("Ali's number is [phone], SECRET", step.GetProperty("thinking").GetString());
    }

    [Theory]
    [InlineData(ChatApi.V1)]
    [InlineData(ChatApi.V2)]
    public async Task Answer_ThatIsAnError_IsNeverShown(string path)
    {
        await using var model = await OddModel.StartAsync();
        await using var service = await StartAsync(model);
        foreach (var body in new[]
        {
            """data: {"error":{"message":"SECRET","code":429}}""" + "\n\n",
            OddModel.Piece("All is") + """data: {"error":{"message":"SECRET"}}""" + "\n\n",
            OddModel.Piece("<think>SECRET") + End("length"),
            OddModel.Piece("") + End("content_filter"),
            """{"object":"error","message":"SECRET","code":500}""",
        })
        {
            model.Says(body);
            var streamed = await service.Api().StreamAsync("Hello", path, new { sessionId = Guid.NewGuid().ToString("N"), language = "en", flow = Flow(path) });

            var reply = new Reply(streamed[^1].Data);
            Assert.StartsWith("model_", reply.Failure, StringComparison.Ordinal);
            Assert.Equal("fallback", reply.Kinds[^1]);
            Assert.All(streamed, sent => Assert.DoesNotContain("SECRET", sent.Data.ToString(), StringComparison.Ordinal));
            Assert.Empty(Shown(streamed).Where(text => text.StartsWith("All is", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData(ChatApi.V1)]
    [InlineData(ChatApi.V2)]
    public async Task Stream_EachMessage_HasItsPlaceFromItsFirstDeltaOn(string path)
    {
        await using var model = await OddModel.StartAsync();
        await using var service = await StartAsync(model);
        model.Says(OddModel.Piece("All is ") + OddModel.Piece("well.") + End("stop"));

        var events = await service.Api().StreamAsync("Hello", path, new { language = "en", flow = Flow(path) });

        var reply = new Reply(events[^1].Data);
        var places = reply.Messages.Select((message, index) => (Id: Text(message, "id"), Index: index)).ToList();
        Assert.Equal(places, reply.Messages.Select(message => (Text(message, "id"), message.GetProperty("index").GetInt32())));
        Assert.Equal(places, events.Where(sent => sent.Name == "message").Select(sent => (Text(sent.Data, "id"), sent.Data.GetProperty("index").GetInt32())));
        var deltas = events.Where(sent => sent.Name == "delta").Select(sent => (Text(sent.Data, "messageId"), sent.Data.GetProperty("index").GetInt32())).ToList();
        Assert.Equal(places, deltas.Distinct());
        Assert.Equal(deltas, deltas.OrderBy(delta => delta.Item2));
        Assert.Equal(reply.Messages.Select(Reply.Content), Shown(events));
    }

    [Fact]
    public async Task Stream_WhatTheFlowSays_IsSentBeforeTheModelHasAnswered()
    {
        await using var model = await OddModel.StartAsync();
        await using var service = await StartAsync(model);
        var rest = new TaskCompletionSource();
        model.Says(OddModel.Piece("All is ") + OddModel.Piece("well.") + End("stop"));
        model.Rest = rest.Task;
        using var http = service.Client("demo-en-chat");
        using var request = new HttpRequestMessage(HttpMethod.Post, ChatApi.V2)
        {
            Content = new StringContent(ChatApi.Body("Hello", new { language = "en", flow = "answers" }), System.Text.Encoding.UTF8, "application/json"),
            Headers = { { "Accept", "text/event-stream" } },
        };
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var first = "";
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!first.Contains("Welcome.", StringComparison.Ordinal))
        {
            first += await reader.ReadLineAsync(limit.Token) ?? throw new EndOfStreamException(first);
        }

        rest.SetResult();
        var all = await reader.ReadToEndAsync(limit.Token);

        Assert.DoesNotContain("All is", first, StringComparison.Ordinal);
        Assert.Contains("event: done", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_WalkThatFails_TakesBackWhatIsNotKept()
    {
        await using var model = await OddModel.StartAsync();
        await using var service = await StartAsync(model);
        model.Says(OddModel.Piece("All is") + """data: {"error":"gone"}""" + "\n\n");

        var events = await service.Api().StreamAsync("Hello", ChatApi.V2, new { language = "en", flow = "answers" });

        var reply = new Reply(events[^1].Data);
        Assert.Equal(["fallback"], reply.Kinds);
        Assert.Equal(reply.Messages.Select(Reply.Content), Shown(events));
        Assert.Equal(0, events.Single(sent => sent.Name == "message").Data.GetProperty("index").GetInt32());
    }

    [Fact]
    public async Task Stream_V1StandsInForV2_ItsMessagesTakeTheFirstPlaces()
    {
        await using var model = await OddModel.StartAsync();
        await using var service = await StartAsync(model);
        await service.PublishAsync("demo-en", "answers", FlowDocuments.Document(
            [(1, "welcome", new { welcome_message = "Welcome." }, [2]), (2, "ai_response", new { configuration = "missing" }, [3]), (3, "end", new { }, [])]));
        await service.ExecuteAsync(
            """
            INSERT OR REPLACE INTO tenant_stages (tenant_id, instance_id, stage, percentage, sample, updated_at)
            SELECT id, 'default', 'live', 100, 0, '2026-01-01T00:00:00.0000000Z' FROM tenants
            """);
        model.Says(OddModel.Piece("All is well.") + End("stop"));

        var events = await service.Api("demo-en-chat").StreamAsync("Hello", ChatApi.Toggle, new { language = "en", flow = "answers" });

        var reply = new Reply(events[^1].Data);
        Assert.Equal(("v1", "All is well."), (reply.Engine, reply.Answer));
        Assert.Contains("discard", events.Select(sent => sent.Name));
        Assert.Equal(["All is well."], Shown(events));
        Assert.All(
            events.Where(sent => sent.Name == "delta" && Text(sent.Data, "text") != "Welcome."),
            sent => Assert.Equal(0, sent.Data.GetProperty("index").GetInt32()));
    }

    [Theory]
    [InlineData("iso-8859-9", "success Şık ağaç")]
    [InlineData("windows-1254", "success Şık ağaç")]
    [InlineData("utf-8", "response_not_text")]
    public async Task Webhook_AnswerInAnEncoding_IsDecodedOrRefused(string charset, string said)
    {
        await using var model = await OddModel.StartAsync();
        await using var service = await StartAsync(model);
        model.MediaType = $"text/plain; charset={charset}";
        model.Body = System.Text.CodePagesEncodingProvider.Instance.GetEncoding("windows-1254")!.GetBytes("Şık ağaç");
        await service.ExecuteAsync(
            "UPDATE bot_settings SET allowed_hosts = @hosts", ("hosts", JsonSerializer.Serialize(new[] { model.Endpoint[..^3] })));
        await service.PublishAsync("demo-en", "hook", FlowDocuments.Document(
        [
            (1, "webhook", new { url = $"{model.Endpoint}/x", response_map = new Dictionary<string, string> { ["said"] = "$" } }, [2, 3]),
            (2, "message", new { content = "success {{ said }}" }, [4]),
            (3, "message", new { content = "error" }, [4]),
            (4, "end", new { }, []),
        ]));

        var reply = await service.Api("demo-en-design").SayAsync("Hello", ChatApi.V2 + "?trace=true", new { flow = "hook" });

        var isRefused = said == "response_not_text";
        Assert.Equal(isRefused ? "error" : said, reply.Answer);
        var step = reply.Json.GetProperty("trace").GetProperty("steps")[0];
        Assert.Equal(isRefused ? said : null, step.TryGetProperty("failure", out var failure) ? failure.GetString() : null);
    }

    private static string End(string ending) =>
        $$"""data: {"choices":[{"index":0,"delta":{},"finish_reason":"{{ending}}"}]}""" + "\n\ndata: [DONE]\n\n";

    private static string? Flow(string path) => path == ChatApi.V1 ? null : "answers";

    /// <summary>What a client shows that does as the events say, each message at its place.</summary>
    private static IReadOnlyList<string> Shown(IReadOnlyList<SseEvent> events)
    {
        var shown = new Dictionary<string, (int Index, string Text)>(StringComparer.Ordinal);
        foreach (var (_, name, data) in events)
        {
            switch (name)
            {
                case "delta":
                    var id = Text(data, "messageId");
                    shown[id] = (data.GetProperty("index").GetInt32(), shown.GetValueOrDefault(id).Text + Text(data, "text"));
                    break;
                case "discard":
                    shown.Remove(Text(data, "messageId"));
                    break;
                case "message":
                    shown[Text(data, "id")] = (data.GetProperty("index").GetInt32(), Text(data, "content"));
                    break;
            }
        }

        return [.. shown.Values.OrderBy(message => message.Index).Select(message => message.Text)];
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static async Task<ChatService> StartAsync(OddModel model)
    {
        var service = await ChatService.StartAsync(null, "--FlowEngine:Outgoing:PrivateNetworks:0=127.0.0.0/8");
        await service.ExecuteAsync(
            "UPDATE ai_assistant_configurations SET provider = 'openai', model_name = 'far-1', settings = @settings",
            ("settings", JsonSerializer.Serialize(new { endpoint = model.Endpoint })));
        foreach (var tenant in new[] { "demo", "demo-en" })
        {
            await service.PublishAsync(tenant, "answers", FlowDocuments.Document(
            [
                (1, "welcome", new { welcome_message = "Welcome." }, [2]),
                (2, "ai_response", new { }, [3]),
                (3, "condition", new { all = new[] { new { left = "answer_cut", op = "is_set" } } }, [4, 5]),
                (4, "message", new { content = "cut: {{ answer_cut }}" }, [6]),
                (5, "message", new { content = "whole" }, [6]),
                (6, "end", new { }, []),
            ]));
        }

        return service;
    }
}
