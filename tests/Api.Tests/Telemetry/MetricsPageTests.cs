using System.Net;
using FlowEngine.Api.Tests.Crash;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Telemetry;

public sealed class MetricsPageTests
{
    [Fact]
    public async Task Page_BeforeAnyTurn_ShowsTheGauges()
    {
        await using var service = await ServiceFixture.StartAsync();

        var page = await ReadAsync(service);

        Assert.Equal(("gauge", 0), (page["flowengine_writer_queue"].Type, page["flowengine_writer_queue"][[]]));
        Assert.Equal(0, page["flowengine_conversations_locked"][[]]);
        Assert.Contains("dotnet_process_memory_working_set_bytes", page.Keys);
        Assert.DoesNotContain("flowengine_turns_total", page.Keys);
    }

    [Fact]
    public async Task Page_AfterTurns_CountsThemByEngineStageAndResult()
    {
        await using var service = await ServiceFixture.StartAsync();
        await service.ChatAsync("hello", "s1");
        await service.ChatAsync("hello again", "s1");
        await service.ChatAsync("hello", "s2", "no-such-flow");
        await service.PostAsync("/api/v1/chat/messages", new { content = "hello", sessionId = "s3" });
        await service.PostAsync("/api/chat/messages", new { content = "hello", sessionId = "s4" });
        await service.PostAsync("/api/chat/messages", "no JSON");

        var page = await ReadAsync(service);

        var turns = page["flowengine_turns_total"];
        Assert.Equal(5, turns[[]]);
        Assert.Equal(2, turns[("engine", "v2"), ("result", "answered")]);
        Assert.Equal(2, turns[("engine", "v1"), ("stage", "off"), ("result", "answered")]);
        Assert.Equal(1, turns[("engine", "none"), ("stage", "none"), ("result", "refused")]);
        Assert.Equal(1, page["flowengine_turn_failures_total"][("code", "flow_unknown")]);
        Assert.Equal(5, Count(page["flowengine_turn_duration_seconds"]));
    }

    [Fact]
    public async Task Page_AfterRepeatedTurn_CountsTheRepetition()
    {
        await using var service = await ServiceFixture.StartAsync();
        for (var time = 0; time < 2; time++)
        {
            var message = ChatCalls.Message(new ChatRequest { Content = "hello", SessionId = "s1" }, "key-1", streamed: time == 1);
            (await service.SendAsync(message, "demo-chat")).Expect(HttpStatusCode.OK);
        }

        var turns = (await ReadAsync(service))["flowengine_turns_total"];

        Assert.Equal((1, 1), (turns[("result", "answered")], turns[("result", "repeated")]));
    }

    [Fact]
    public async Task Page_AfterStreamedTurn_ShowsFirstDeltaAndTokens()
    {
        await using var service = await ServiceFixture.StartAsync();
        var plain = await AskAsync(service, "s1", streamed: false);
        Assert.DoesNotContain("flowengine_turn_first_delta_seconds", (await ReadAsync(service)).Keys);
        await AskAsync(service, "s2", streamed: true);

        var page = await ReadAsync(service);

        Assert.Equal(1, Count(page["flowengine_turn_first_delta_seconds"]));
        var usage = plain["usage"];
        var model = ("model", usage.GetProperty("model").GetString()!);
        Assert.Equal(2 * usage.GetProperty("inputTokens").GetInt32(), page["flowengine_model_tokens_total"][model, ("direction", "input")]);
        Assert.Equal(2 * usage.GetProperty("outputTokens").GetInt32(), page["flowengine_model_tokens_total"][model, ("direction", "output")]);
    }

    [Fact]
    public async Task Page_AfterFailedTurn_CountsItsCode()
    {
        await using var service = await ServiceFixture.StartAsync(builder =>
            builder.Services.AddSingleton<IModelDirectory>(new FaultyModel(new InvalidOperationException("A bug."))));
        await AskAsync(service, "s1", streamed: false);

        var page = await ReadAsync(service);

        Assert.Equal(1, page["flowengine_turns_total"][("engine", "v2"), ("result", "failed")]);
        Assert.Equal(1, page["flowengine_turn_failures_total"][("result", "failed"), ("code", "model_failed")]);
    }

    [Fact]
    public async Task Page_AfterFaultOfTheWriter_CountsAnError()
    {
        await using var service = await ServiceFixture.StartAsync(builder =>
            builder.Services.AddSingleton<ITurnWriter>(new BrokenWriter()));
        (await service.ChatAsync("hello", "s1")).Expect(HttpStatusCode.InternalServerError);

        Assert.Equal(1, (await ReadAsync(service))["flowengine_turns_total"][("engine", "v2"), ("result", "error")]);
    }

    [Fact]
    public async Task Page_OfOneOfTwoServices_ShowsItsOwnTurnsOnly()
    {
        await using var first = await ServiceFixture.StartAsync();
        await using var second = await ServiceFixture.StartAsync();
        await first.ChatAsync("hello", "s1");

        Assert.Equal(1, (await ReadAsync(first))["flowengine_turns_total"][[]]);
        Assert.DoesNotContain("flowengine_turns_total", (await ReadAsync(second)).Keys);
    }

    [Fact]
    public async Task Page_NamesNoTenantAndNoSession()
    {
        await using var service = await ServiceFixture.StartAsync();
        await service.ChatAsync("my name is Zeynep", "secret-session");

        var text = (await service.GetAsync("/metrics", key: null)).Text;

        Assert.DoesNotContain("demo", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-session", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zeynep", text, StringComparison.Ordinal);
    }

    private static async Task<ServiceAnswer> AskAsync(ServiceFixture service, string session, bool streamed) =>
        (await service.SendAsync(
            ChatCalls.Message(
                new ChatRequest { Content = "which pallet trucks are there?", SessionId = session, Flow = "shop-assistant", Language = "en" },
                streamed: streamed),
            "demo-chat")).Expect(HttpStatusCode.OK);

    private static double Count(PrometheusFamily histogram) => histogram.Samples
        .Where(sample => sample.Name == $"{histogram.Name}_count").Sum(sample => sample.Value);

    private static async Task<IReadOnlyDictionary<string, PrometheusFamily>> ReadAsync(ServiceFixture service)
    {
        var answer = (await service.GetAsync("/metrics", key: null)).Expect(HttpStatusCode.OK);
        Assert.Equal("text/plain", answer.ContentType);
        return PrometheusParser.Parse(answer.Text);
    }
}
