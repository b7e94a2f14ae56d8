using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Api.Tests.Crash;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Api.Tests.Outgoing;
using FlowEngine.Chat.Timeouts;
using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Drawflow;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Api.Tests.Telemetry;

public sealed class TurnSpanTests : IDisposable
{
    private const string Question = "which pallet trucks are there?";

    private readonly SpanRecorder _recorder = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Turn_AsJsonOrStream_IsLoadRunAndSaveWithoutGaps(bool streamed)
    {
        await using var service = await ServiceFixture.StartAsync();

        await AskAsync(service, Question, streamed);

        var turn = _recorder.One("turn");
        var phases = _recorder.ChildrenOf(turn);
        Assert.Equal(["load", "run", "save"], phases.Select(phase => phase.OperationName));
        Assert.Equal(turn.StartTimeUtc, phases[0].StartTimeUtc);
        Assert.Equal(End(phases[0]), phases[1].StartTimeUtc);
        Assert.Equal(End(phases[1]), phases[2].StartTimeUtc);
        Assert.Equal(End(turn), End(phases[2]));
        Assert.Equal(turn.Duration.Ticks, phases.Sum(phase => phase.Duration.Ticks));
    }

    [Fact]
    public async Task Turn_OfFlow_IsTaggedWithNamesOnly()
    {
        await using var service = await ServiceFixture.StartAsync();

        await AskAsync(service, Question, streamed: false);

        var tags = _recorder.One("turn").TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value);
        Assert.Equal(
            ["flowengine.engine", "flowengine.flow.name", "flowengine.flow.version", "flowengine.result", "flowengine.stage", "flowengine.status", "flowengine.tenant"],
            tags.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("demo", "v2", "shop-assistant", 1), (tags["flowengine.tenant"], tags["flowengine.engine"], tags["flowengine.flow.name"], tags["flowengine.flow.version"]));
        Assert.Equal("answered", tags["flowengine.result"]);
        var values = _recorder.Spans.SelectMany(span => span.TagObjects).Select(tag => $"{tag.Value}");
        Assert.DoesNotContain(values, value => value.Contains("pallet", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Turn_ThatAsksAModel_HasItsCallInTheRun()
    {
        await using var service = await ServiceFixture.StartAsync();

        var reply = await AskAsync(service, Question, streamed: false);

        var usage = reply["usage"];
        var call = Assert.Single(_recorder.ChildrenOf(_recorder.One("run")));
        Assert.Equal(($"chat {usage.GetProperty("model").GetString()}", ActivityKind.Client), (call.OperationName, call.Kind));
        Assert.Equal(usage.GetProperty("inputTokens").GetInt32(), call.GetTagItem("gen_ai.usage.input_tokens"));
        Assert.Equal(usage.GetProperty("outputTokens").GetInt32(), call.GetTagItem("gen_ai.usage.output_tokens"));
        Assert.Equal(usage.GetProperty("model").GetString(), call.GetTagItem("gen_ai.request.model"));
        Assert.NotNull(call.GetTagItem("gen_ai.system"));
        AssertInside(call, _recorder.One("run"));
    }

    [Fact]
    public async Task Turn_WhoseModelFails_IsAnErrorWithItsCode()
    {
        await using var service = await ServiceFixture.StartAsync(builder =>
            builder.Services.AddSingleton<IModelDirectory>(new FaultyModel(new InvalidOperationException("A bug."))));

        await AskAsync(service, Question, streamed: true);

        foreach (var span in new[] { _recorder.One("turn"), _recorder.One("chat model-1") })
        {
            Assert.Equal((ActivityStatusCode.Error, "model_failed"), (span.Status, span.GetTagItem("error.type")));
        }
    }

    [Fact]
    public async Task Turn_ThatLogs_LogsUnderItsTrace()
    {
        using var logs = new LogScopes();
        await using var service = await ServiceFixture.StartAsync(builder =>
        {
            builder.Logging.AddProvider(logs);
            builder.Services.AddSingleton<IModelDirectory>(new FaultyModel(new InvalidOperationException("A bug.")));
        });

        await AskAsync(service, Question, streamed: false);

        var line = Assert.Single(logs.Lines, line => line.Event == FlowEngine.Chat.EventIds.TurnFailed);
        Assert.Equal($"{_recorder.One("turn").TraceId}", line.Trace);
    }

    [Fact]
    public async Task Turn_Refused_IsItsLoadAlone()
    {
        await using var service = await ServiceFixture.StartAsync();

        var answer = await SendAsync(service, new { content = "hi", sessionId = "s1", flow = "no-such-flow" });

        answer.Expect(HttpStatusCode.UnprocessableEntity);
        var turn = _recorder.One("turn");
        Assert.Equal("load", Assert.Single(_recorder.ChildrenOf(turn)).OperationName);
        Assert.Equal((ActivityStatusCode.Unset, answer.Code), (turn.Status, turn.GetTagItem("error.type")));
    }

    [Fact]
    public async Task Turn_ThatCallsOutside_HasTheCallWithoutItsPath()
    {
        await using var endpoint = await Endpoint.StartAsync();
        await using var service = await ServiceFixture.StartAsync(null, "--FlowEngine:Outgoing:PrivateNetworks:0=127.0.0.0/8");
        await PublishHookAsync(service, endpoint);

        (await SendAsync(service, new { content = "hi", sessionId = "s1", flow = "hook" })).Expect(HttpStatusCode.OK);

        var call = Assert.Single(_recorder.ChildrenOf(_recorder.One("run")));
        Assert.Equal(("POST", ActivityKind.Client), (call.OperationName, call.Kind));
        Assert.Equal("127.0.0.1", call.GetTagItem("server.address"));
        Assert.Equal(200, call.GetTagItem("http.response.status_code"));
        Assert.DoesNotContain(call.TagObjects, tag => $"{tag.Value}".Contains("tickets", StringComparison.Ordinal));
        AssertInside(call, _recorder.One("run"));
    }

    [Fact]
    public async Task LateMessage_HasTheTimeoutsTurnInItsLoad()
    {
        await using var service = await ServiceFixture.StartAsync(builder =>
            builder.Services.Remove(builder.Services.Single(part => part.ImplementationType == typeof(TimeoutService))));
        await PublishAsync(service, "asking", new DrawflowBuilder()
            .Node("1", "collect_data", new JsonObject { ["context_key"] = "city", ["prompt"] = "Which city?", ["timeout_minutes"] = 1 })
            .Node("2", "end", new JsonObject { ["closing_message"] = "Thank you." }, outputs: 0)
            .Connect("1", 1, "2").Build().ToJson());
        (await service.ChatAsync("hi", "s1", "asking")).Expect(HttpStatusCode.OK);
        service.Clock.Advance(TimeSpan.FromMinutes(2));

        (await SendAsync(service, new { content = "Ankara", sessionId = "s1" })).Expect(HttpStatusCode.OK);

        var turns = _recorder.Spans.Where(span => span.OperationName == "turn").ToList();
        Assert.Equal(2, turns.Count);
        var timeout = Assert.Single(turns, turn => Equals(turn.GetTagItem("flowengine.stage"), "timeout"));
        var load = _recorder.ChildrenOf(Assert.Single(turns, turn => turn != timeout))[0];
        Assert.Equal(("load", load.SpanId), (load.OperationName, timeout.ParentSpanId));
        AssertInside(timeout, load);
    }

    public void Dispose() => _recorder.Dispose();

    private static DateTime End(Activity span) => span.StartTimeUtc + span.Duration;

    private static void AssertInside(Activity child, Activity parent)
    {
        Assert.InRange(child.StartTimeUtc, parent.StartTimeUtc, End(parent));
        Assert.InRange(End(child), parent.StartTimeUtc, End(parent));
    }

    private async Task<ServiceAnswer> AskAsync(ServiceFixture service, string content, bool streamed)
    {
        var message = ChatCalls.Message(
            new ChatRequest { Content = content, SessionId = "s1", Flow = "shop-assistant", Language = "en" }, streamed: streamed);
        return (await service.SendAsync(_recorder.Traced(message), "demo-chat")).Expect(HttpStatusCode.OK);
    }

    private Task<ServiceAnswer> SendAsync(ServiceFixture service, object body) => service.SendAsync(
        _recorder.Traced(new HttpRequestMessage(HttpMethod.Post, ChatCalls.V2) { Content = JsonContent.Create(body) }), "demo-chat");

    private static async Task PublishHookAsync(ServiceFixture service, Endpoint endpoint)
    {
        using (var connection = service.Database.Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE bot_settings SET allowed_hosts = $hosts";
            command.Parameters.AddWithValue("$hosts", JsonSerializer.Serialize(new[] { endpoint.Address }));
            command.ExecuteNonQuery();
        }

        service.Clock.Advance(TimeSpan.FromMinutes(1));
        await PublishAsync(service, "hook", new DrawflowBuilder()
            .Node("1", "webhook", new JsonObject { ["url"] = $"{endpoint.Address}/tickets", ["payload"] = new JsonObject() }, 2)
            .Node("2", "end", new JsonObject { ["closing_message"] = "Done." }, outputs: 0)
            .Connect("1", 1, "2").Connect("1", 2, "2").Build().ToJson());
    }

    private static async Task PublishAsync(ServiceFixture service, string name, string document)
    {
        (await service.PutAsync($"/api/flows/{name}", document, "demo-design")).Expect(HttpStatusCode.OK);
        (await service.PostAsync($"/api/flows/{name}/versions/1/publish", null, "demo-design")).Expect(HttpStatusCode.OK);
        service.Clock.Advance(TimeSpan.FromMinutes(1));
    }
}
