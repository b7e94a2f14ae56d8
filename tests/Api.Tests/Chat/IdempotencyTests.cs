using System.Net;
using System.Text.Json;
using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Integrations.Models;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Chat;

[Collection(DemoService.Name)]
public sealed class IdempotencyTests(DemoService demo)
{
    [DatabaseTheory]
    [InlineData(ChatApi.V1)]
    [InlineData(ChatApi.V2)]
    public async Task SameKeyAndBody_StoredAnswerComesAgain(string on, string path)
    {
        var service = await demo.OnAsync(on);
        var api = service.Api();
        var body = ChatApi.Body("en ucuz forklift");
        var key = $"same-{path[6]}";

        using var first = await api.PostAsync(path, body, key);
        using var again = await api.PostAsync(path, body, key);

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal("true", Assert.Single(again.Headers.GetValues("Idempotent-Replayed")));
        Assert.False(first.Headers.Contains("Idempotent-Replayed"));
        var reply = Reply.Parse(await first.Content.ReadAsStringAsync());
        Assert.Equal(1L, await service.ScalarAsync<long>(
            "SELECT COUNT(*) FROM conversation_turns r JOIN ai_conversations c ON c.id = r.conversation_id WHERE c.public_id || '' = lower(@id)",
            ("id", reply.ConversationId)));
    }

    [DatabaseFact]
    public async Task SameKeyAndBody_Streamed_StoredAnswerComesAsEvents(string on)
    {
        var service = await demo.OnAsync(on);
        var api = service.Api();
        var first = await api.SayAsync("transpalet istiyorum", idempotencyKey: "stream-again");

        var events = await api.StreamAsync("transpalet istiyorum", idempotencyKey: "stream-again");
        using var again = await api.PostAsync(ChatApi.V2, ChatApi.Body("transpalet istiyorum"), "stream-again", accept: "text/event-stream");

        Assert.Equal("true", Assert.Single(again.Headers.GetValues("Idempotent-Replayed")));
        Assert.Equal("text/event-stream", again.Content.Headers.ContentType!.MediaType);
        Assert.Equal([.. first.Messages.Select(_ => "message"), "done"], events.Select(sent => sent.Name));
        Assert.Equal(first.TurnId, events[^1].Data.GetProperty("turnId").GetString());
        Assert.Equal(first.Messages.Select(Reply.Content), events.SkipLast(1).Select(sent => Reply.Content(sent.Data)));
    }

    [DatabaseFact]
    public async Task SameKeyOtherBody_IsRefusedWithTheTurn(string on)
    {
        var service = await demo.OnAsync(on);
        var api = service.Api();
        var first = await api.SayAsync("merhaba", idempotencyKey: "other-body");

        using var other = await api.PostAsync(ChatApi.V2, ChatApi.Body("nasılsın?"), "other-body");

        var problem = JsonElement.Parse(await other.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal("idempotency_key_reused", problem.GetProperty("code").GetString());
        Assert.Equal(first.TurnId, problem.GetProperty("turnId").GetString());
    }

    [DatabaseFact]
    public async Task SameKeyOfAnotherCaller_IsAnotherTurn(string on)
    {
        var service = await demo.OnAsync(on);
        var first = await service.Api("demo-chat").SayAsync("merhaba", idempotencyKey: "shared");
        var second = await service.Api("demo-design").SayAsync("merhaba", idempotencyKey: "shared");
        var third = await service.Api("demo-en-chat").SayAsync("hello", idempotencyKey: "shared");
        var anonymous = await service.Api(null, ("X-Tenant", "demo")).SayAsync("merhaba", idempotencyKey: "shared");

        Assert.Equal(4, new[] { first, second, third, anonymous }.Select(reply => reply.TurnId).Distinct().Count());
    }

    [DatabaseTheory]
    [InlineData("has space")]
    [InlineData("ünicode")]
    [InlineData("")]
    [InlineData("long")]
    public async Task BadKey_IsRefused(string on, string key)
    {
        var service = await demo.OnAsync(on);
        using var request = new StringContent(ChatApi.Body("merhaba"), System.Text.Encoding.UTF8, "application/json");
        var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 };
        using var http = new HttpClient(handler) { BaseAddress = service.Address };
        http.DefaultRequestHeaders.Add("Authorization", "Bearer demo-chat");
        http.DefaultRequestHeaders.TryAddWithoutValidation("Idempotency-Key", key == "long" ? new string('k', 201) : key);

        using var response = await http.PostAsync(ChatApi.V2, request);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("Idempotency-Key", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task InFlight_IsRefusedWithTheTurn_AndAnsweredWhenDone()
    {
        var provider = new ScriptedProvider();
        await using var service = await ChatService.StartAsync(builder => builder.Services.AddSingleton<IModelProvider>(provider));
        await service.ExecuteAsync("UPDATE ai_assistant_configurations SET provider = 'scripted', model_name = 'waits'");
        var api = service.Api();
        var body = ChatApi.Body("merhaba");
        var running = api.PostAsync(ChatApi.V2, body, "flight");
        await provider.Asked;

        using var meanwhile = await api.PostAsync(ChatApi.V2, body, "flight");
        provider.Release();
        using var answered = await running;
        using var again = await api.PostAsync(ChatApi.V2, body, "flight");

        var problem = JsonElement.Parse(await meanwhile.Content.ReadAsStringAsync());
        var reply = Reply.Parse(await answered.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Conflict, meanwhile.StatusCode);
        Assert.Equal("turn_in_flight", problem.GetProperty("code").GetString());
        Assert.Equal(reply.TurnId, problem.GetProperty("turnId").GetString());
        Assert.Contains("Half an answer.", reply.Answer, StringComparison.Ordinal);
        Assert.Equal(reply.TurnId, Reply.Parse(await again.Content.ReadAsStringAsync()).TurnId);
    }
}
