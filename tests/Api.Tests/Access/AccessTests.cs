using System.Net;
using System.Text.Json;
using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Access;

[Collection(DemoService.Name)]
public sealed class AccessTests(DemoService demo)
{
    /// <summary>Key, tenant header, status and code.</summary>
    [Theory]
    [InlineData(null, null, HttpStatusCode.Unauthorized, "unauthorized")]
    [InlineData("wrong", null, HttpStatusCode.Unauthorized, "unauthorized")]
    [InlineData("demo-chat", "nobody", HttpStatusCode.NotFound, "not_found")]
    [InlineData("DEMO-CHAT", null, HttpStatusCode.Unauthorized, "unauthorized")]
    [InlineData("demo-chat", "demo-en", HttpStatusCode.NotFound, "not_found")]
    [InlineData("demo-admin", "demo-en", HttpStatusCode.NotFound, "not_found")]
    [InlineData(null, "nobody", HttpStatusCode.Unauthorized, "unauthorized")]
    [InlineData("demo-operator", null, HttpStatusCode.UnprocessableEntity, "invalid_request")]
    [InlineData("demo-operator", "nobody", HttpStatusCode.NotFound, "not_found")]
    public async Task WhoMayNot_IsRefused(string? key, string? tenant, HttpStatusCode status, string code)
    {
        var api = tenant is null ? demo.Service.Api(key) : demo.Service.Api(key, ("X-Tenant", tenant));

        foreach (var path in (string[])[ChatApi.Toggle, ChatApi.V1, ChatApi.V2])
        {
            using var response = await api.PostAsync(path, ChatApi.Body("merhaba"));

            Assert.Equal((status, code), (response.StatusCode, Code(await response.Content.ReadAsStringAsync())));
        }

        Assert.Equal(code, (await api.GetAsync("/api/chat/conversations", status)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("demo-chat", "demo")]
    [InlineData("demo-design", null)]
    [InlineData("demo-engineer", null)]
    [InlineData("demo-admin", null)]
    [InlineData("demo-operator", "demo")]
    [InlineData(null, "demo")]
    public async Task WhoMay_IsAnsweredByTheTenantsCatalogue(string? key, string? tenant)
    {
        var api = tenant is null ? demo.Service.Api(key) : demo.Service.Api(key, ("X-Tenant", tenant));

        Assert.All((await api.SayAsync("en ucuz forklift")).Products, product => Assert.Equal("TRY", product.GetProperty("currency").GetString()));
    }

    [Fact]
    public async Task OtherSchemeThanBearer_IsRefused()
    {
        using var response = await demo.Service.Api(null, ("Authorization", "Basic ZGVtbzpkZW1v"), ("X-Tenant", "demo"))
            .PostAsync(ChatApi.V2, ChatApi.Body("merhaba"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("demo-chat", HttpStatusCode.Forbidden)]
    [InlineData("demo-design", HttpStatusCode.OK)]
    [InlineData("demo-engineer", HttpStatusCode.OK)]
    [InlineData("demo-admin", HttpStatusCode.OK)]
    public async Task Trace_NeedsTheScopeDesign(string key, HttpStatusCode status)
    {
        using var response = await demo.Service.Api(key).PostAsync(ChatApi.V2 + "?trace=true", ChatApi.Body("merhaba"));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK, (await response.Content.ReadAsStringAsync()).Contains("\"trace\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Anonymous_FindsItsConversationByCookie_AndSeesNoOther()
    {
        using var response = await demo.Service.Api(null, ("X-Tenant", "demo")).PostAsync(ChatApi.V2, ChatApi.Body("merhaba"));
        var reply = Reply.Parse(await response.Content.ReadAsStringAsync());
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        var mine = demo.Service.Api(null, ("X-Tenant", "demo"), ("Cookie", cookie.Split(';')[0]));

        var next = await mine.SayAsync("nasılsın?");
        var listed = (await mine.GetAsync("/api/chat/conversations")).GetProperty("items");

        Assert.Equal(reply.ConversationId, next.ConversationId);
        Assert.Equal(reply.ConversationId, Assert.Single(listed.EnumerateArray()).GetProperty("id").GetString());
        var stranger = await demo.Service.Api(null, ("X-Tenant", "demo")).GetAsync("/api/chat/conversations");
        Assert.Empty(stranger.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Anonymous_MayNotTakeAnothersSession()
    {
        var owner = await demo.Service.Api().SayAsync("gizli", more: new { sessionId = "keys-own" });

        var thief = await demo.Service.Api(null, ("X-Tenant", "demo")).SayAsync("merhaba", more: new { sessionId = "keys-own" });

        Assert.NotEqual(owner.ConversationId, thief.ConversationId);
        Assert.NotEqual("keys-own", thief.SessionId);
    }

    [Fact]
    public async Task RevokedKey_StopsWithinTwoSeconds_AndAnonymousChatCanBeClosed()
    {
        await using var service = await ChatService.StartAsync();
        var api = service.Api("demo-chat");
        await api.SayAsync("merhaba");
        await service.ExecuteAsync(
            "UPDATE api_keys SET revoked_at = '2026-01-01T00:00:00.0000000Z' WHERE name = 'demo-chat'; UPDATE bot_settings SET anonymous_chat = 0");
        await Task.Delay(TimeSpan.FromSeconds(2));

        using var byKey = await api.PostAsync(ChatApi.V2, ChatApi.Body("merhaba"));
        using var anonymous = await service.Api(null, ("X-Tenant", "demo")).PostAsync(ChatApi.V2, ChatApi.Body("merhaba"));

        Assert.Equal(HttpStatusCode.Unauthorized, byKey.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, anonymous.StatusCode);
    }

    private static string? Code(string json) => JsonElement.Parse(json).GetProperty("code").GetString();
}
