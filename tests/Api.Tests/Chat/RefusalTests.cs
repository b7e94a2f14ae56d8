using System.Net;
using System.Text.Json;
using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Chat;

/// <summary>Turns that are refused because of what stands in the database or the settings.</summary>
public sealed class RefusalTests : IAsyncLifetime
{
    private ChatService _service = null!;

    public async Task InitializeAsync() => _service = await ChatService.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task ConversationOfAnotherTenant_IsNotFound()
    {
        var other = await _service.Api("demo-en-chat").SayAsync("hello");

        await RefusedAsync("demo-admin", new { conversationId = other.ConversationId }, HttpStatusCode.NotFound, "conversation_not_found");
    }

    [Fact]
    public async Task ConversationOfAnotherAnonymousSession_IsNotFound()
    {
        var mine = await _service.Api(null, ("X-Tenant", "demo")).SayAsync("merhaba");
        var stranger = _service.Api(null, ("X-Tenant", "demo"), ("Cookie", "flowengine_session=somebody-else"));

        using var response = await stranger.PostAsync(ChatApi.V2, ChatApi.Body("ben de", new { conversationId = mine.ConversationId }));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        await stranger.GetAsync($"/api/chat/conversations/{mine.ConversationId}", HttpStatusCode.NotFound);
        await stranger.GetAsync($"/api/chat/messages?conversationId={mine.ConversationId}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task CookieNamingASessionOfAKey_OpensNothing()
    {
        var session = $"{Guid.NewGuid():N}";
        var mine = await _service.Api().SayAsync("merhaba", more: new { sessionId = session });
        var thief = _service.Api(null, ("X-Tenant", "demo"), ("Cookie", $"flowengine_session={session}"));

        var list = await thief.GetAsync("/api/chat/conversations");

        Assert.Equal(0, list.GetProperty("items").GetArrayLength());
        await thief.GetAsync($"/api/chat/messages?conversationId={mine.ConversationId}", HttpStatusCode.NotFound);
        Assert.NotEqual(mine.ConversationId, (await thief.SayAsync("ben de")).ConversationId);
    }

    [Fact]
    public async Task ConversationOfAnotherSessionOfTheKey_IsAFault()
    {
        var first = await _service.Api().SayAsync("merhaba", more: new { sessionId = "one" });

        var problem = await RefusedAsync(
            "demo-chat", new { conversationId = first.ConversationId, sessionId = "two" }, HttpStatusCode.UnprocessableEntity, "invalid_request");

        Assert.Equal("/sessionId", problem.GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Theory]
    [InlineData("UPDATE ai_conversations SET status = 'closed'")]
    [InlineData("UPDATE ai_conversations SET last_turn_at = '2020-01-01T00:00:00.0000000Z'")]
    public async Task ClosedOrIdleConversation_IsRefused_AndItsSessionBeginsAnew(string sql)
    {
        var first = await _service.Api().SayAsync("merhaba", more: new { sessionId = "closing" });
        await _service.ExecuteAsync(sql);

        await RefusedAsync("demo-chat", new { conversationId = first.ConversationId }, HttpStatusCode.Conflict, "conversation_closed");

        var next = await _service.Api().SayAsync("merhaba", more: new { sessionId = "closing" });
        Assert.NotEqual(first.ConversationId, next.ConversationId);
    }

    [Fact]
    public async Task FlowOtherThanTheWaitingOne_IsRefused_AndTheWaitGoesOn()
    {
        var first = await _service.Api().SayAsync("merhaba", more: new { flow = "lead-capture" });
        Assert.Equal("waiting", first.Status);

        await RefusedAsync("demo-chat", new { conversationId = first.ConversationId, flow = "shop-assistant" }, HttpStatusCode.Conflict, "flow_waiting");

        var next = await _service.Api().SayAsync("Ayşe", more: new { conversationId = first.ConversationId });
        Assert.Equal("lead-capture", next.Json.GetProperty("flow").GetProperty("name").GetString());
    }

    [Fact]
    public async Task NoDefaultFlow_SeveralActive_IsAmbiguousForV2Alone()
    {
        await _service.ExecuteAsync("UPDATE bot_settings SET default_flow = NULL");

        var problem = await RefusedAsync("demo-chat", new { }, HttpStatusCode.UnprocessableEntity, "flow_ambiguous");

        Assert.Contains("lead-capture, shop-assistant", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Null((await _service.Api().SayAsync("merhaba", ChatApi.V1)).Failure);
        Assert.Equal("v2", (await _service.Api().SayAsync("merhaba", more: new { flow = "shop-assistant" })).Engine);
    }

    [Fact]
    public async Task WhereV1Answers_FlowIsNoFault() =>
        Assert.Null((await _service.Api().SayAsync("merhaba", ChatApi.V1, new { flow = "no-such-flow" })).Failure);

    [Fact]
    public async Task ChatDisabled_Is503WithRetryAfter()
    {
        await using var service = await ChatService.StartAsync(null, "--CHAT_DISABLED=true");

        using var response = await service.Api().PostAsync(ChatApi.V1, ChatApi.Body("merhaba"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Contains("chat_disabled", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await service.Api().GetAsync("/api/chat/conversations");
    }

    private async Task<JsonElement> RefusedAsync(string key, object more, HttpStatusCode status, string code)
    {
        using var response = await _service.Api(key).PostAsync(ChatApi.V2, ChatApi.Body("merhaba", more));
        var problem = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal((status, code), (response.StatusCode, problem.GetProperty("code").GetString()));
        return problem;
    }
}
