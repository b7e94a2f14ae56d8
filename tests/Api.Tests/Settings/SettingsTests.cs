using System.Net;
using System.Text.Json;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Settings;

public sealed class SettingsTests : IAsyncLifetime
{
    private const string Path = "/api/admin/settings";

    private ServiceFixture _service = null!;

    public async Task InitializeAsync() => _service = await ServiceFixture.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Put_SomeMembers_LeavesTheOthers_AndIsAudited()
    {
        var before = await GetAsync();
        Assert.Equal("shop-assistant", before["defaultFlow"].GetString());

        var after = await PutAsync("""
            {
              "defaultFlow": "lead-capture", "fallbackText": {"tr": "Birazdan."}, "allowedHosts": ["api.example.com", "*.example.org"],
              "limits": {"maxSteps": 50, "maxSeconds": 20, "maxCost": 0.25, "day": {"maxTokens": 100000, "maxTurns": 0}}
            }
            """);

        Assert.Equal("lead-capture", after["defaultFlow"].GetString());
        Assert.Equal(before["anonymousChat"].GetBoolean(), after["anonymousChat"].GetBoolean());
        Assert.Equal("""{"maxSteps":50,"maxSeconds":20,"maxCost":0.25,"day":{"maxTokens":100000}}""", after["limits"].GetRawText());
        Assert.Equal((await GetAsync()).Text, after.Text);
        var (subject, details, actor) = Assert.Single(_service.Database.Query(
            "SELECT subject, details, actor FROM audit_logs WHERE action = 'settings.put'", row => (row.GetString(0), row.GetString(1), row.GetString(2))));
        Assert.Equal("defaultFlow, fallbackText, allowedHosts, limits", subject);
        Assert.Equal("shop-assistant -> lead-capture", JsonElement.Parse(details).GetProperty("defaultFlow").GetString());
        Assert.StartsWith("key:", actor, StringComparison.Ordinal);

        var cleared = await PutAsync("""{"defaultFlow": null, "limits": null}""");
        Assert.False(cleared.Json.TryGetProperty("defaultFlow", out _));
        Assert.Equal("{}", cleared["limits"].GetRawText());
    }

    [Fact]
    public async Task Put_NewFallbackText_IsSaidByTheNextFailedTurn()
    {
        await PutAsync("""{"fallbackText": {"tr": "Birazdan döneriz."}, "limits": {"maxSteps": 1}}""");

        var answer = (await _service.ChatAsync("merhaba", "s1")).Expect(HttpStatusCode.OK);

        Assert.Equal("step_limit", answer["failure"].GetProperty("code").GetString());
        Assert.Contains(answer["messages"].EnumerateArray(), message => message.GetProperty("content").GetString() == "Birazdan döneriz.");
    }

    [Theory]
    [InlineData("""{"defaultFlow": "nope"}""", "/defaultFlow", "flow_unknown")]
    [InlineData("""{"defaultFlow": 7}""", "/defaultFlow", "wrong_type")]
    [InlineData("""{"fallbackText": {"turkish": "x"}}""", "/fallbackText/turkish", "invalid")]
    [InlineData("""{"fallbackText": {"tr": " "}}""", "/fallbackText/tr", "invalid")]
    [InlineData("""{"fallbackText": []}""", "/fallbackText", "wrong_type")]
    [InlineData("""{"anonymousChat": "yes"}""", "/anonymousChat", "wrong_type")]
    [InlineData("""{"chatDisabled": 1}""", "/chatDisabled", "wrong_type")]
    [InlineData("""{"allowedHosts": ["ok.example", "ftp://x"]}""", "/allowedHosts/1", "invalid")]
    [InlineData("""{"allowedHosts": "x"}""", "/allowedHosts", "invalid")]
    [InlineData("""{"limits": {"maxSteps": -1}}""", "/limits/maxSteps", "invalid")]
    [InlineData("""{"limits": {"maxTokens": 1.5}}""", "/limits/maxTokens", "invalid")]
    [InlineData("""{"limits": {"maxCost": "1"}}""", "/limits/maxCost", "invalid")]
    [InlineData("""{"limits": {"day": {"maxTurn": 1}}}""", "/limits/day/maxTurn", "unknown_field")]
    [InlineData("""{"limits": {"day": 7}}""", "/limits/day", "wrong_type")]
    [InlineData("""{"limits": {"conversation": {"maxCost": 1e30}}}""", "/limits/conversation/maxCost", "invalid")]
    [InlineData("""{"limit": {}}""", "/limit", "unknown_field")]
    public async Task Put_Wrong_NamesTheFault_AndChangesNothing(string body, string pointer, string code)
    {
        var before = await GetAsync();

        var answer = (await _service.PutAsync(Path, body, "demo-admin")).Expect(HttpStatusCode.UnprocessableEntity);

        var error = Assert.Single(answer["errors"].EnumerateArray());
        Assert.Equal((pointer, code), (error.GetProperty("pointer").GetString(), error.GetProperty("code").GetString()));
        Assert.Equal(before.Text, (await GetAsync()).Text);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"chatDisabled": true, "chatDisabled": false}""")]
    public async Task Put_NotAnObject_Is400(string body) =>
        Assert.Equal("not_json", (await _service.PutAsync(Path, body, "demo-admin")).Expect(HttpStatusCode.BadRequest).Code);

    [Fact]
    public async Task Put_OlderEtag_IsRefused()
    {
        var etag = (await GetAsync()).Headers.ETag!.Tag;
        (await IfMatchAsync(etag)).Expect(HttpStatusCode.OK);

        Assert.Equal("settings_changed", (await IfMatchAsync(etag)).Expect(HttpStatusCode.PreconditionFailed).Code);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("demo-engineer", HttpStatusCode.Forbidden)]
    public async Task WithoutAdmin_IsRefused(string? key, HttpStatusCode status)
    {
        (await _service.GetAsync(Path, key)).Expect(status);
        (await _service.PutAsync(Path, "{}", key)).Expect(status);
    }

    [Fact]
    public async Task ChatDisabled_IsOfOneTenant_AndHistoriesCanBeRead()
    {
        var said = (await _service.ChatAsync("merhaba", "s1")).Expect(HttpStatusCode.OK);
        await PutAsync("""{"chatDisabled": true}""");

        using var streamed = new HttpRequestMessage(HttpMethod.Post, "/api/v2/chat/messages")
        {
            Content = new StringContent("""{"content": "merhaba"}""", System.Text.Encoding.UTF8, "application/json"),
            Headers = { { "Accept", "text/event-stream" } },
        };
        foreach (var refused in (ServiceAnswer[])[await _service.ChatAsync("merhaba", "s1"), await _service.SendAsync(streamed, "demo-chat")])
        {
            Assert.Equal("chat_disabled", refused.Expect(HttpStatusCode.ServiceUnavailable).Code);
            Assert.Equal(TimeSpan.FromSeconds(60), refused.Headers.RetryAfter!.Delta);
        }

        (await _service.GetAsync($"/api/chat/messages?conversationId={said["conversationId"].GetString()}")).Expect(HttpStatusCode.OK);
        (await _service.ChatAsync("hello", "s1", key: "demo-en-chat")).Expect(HttpStatusCode.OK);

        await PutAsync("""{"chatDisabled": false}""");
        (await _service.ChatAsync("merhaba", "s1")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Put_WhereTheTenantHasNoSettings_MakesThem()
    {
        using (var connection = _service.Database.Open())
        {
            using var delete = connection.CreateCommand();
            delete.CommandText = "DELETE FROM bot_settings";
            delete.ExecuteNonQuery();
        }

        await PutAsync("""{"chatDisabled": true}""");

        Assert.True((await GetAsync())["chatDisabled"].GetBoolean());
    }

    private Task<ServiceAnswer> IfMatchAsync(string etag) => _service.SendAsync(
        new HttpRequestMessage(HttpMethod.Put, Path)
        {
            Content = new StringContent("""{"limits": {"maxSteps": 9}}""", System.Text.Encoding.UTF8, "application/json"),
            Headers = { { "If-Match", etag } },
        },
        "demo-admin");

    private async Task<ServiceAnswer> GetAsync() => (await _service.GetAsync(Path, "demo-admin")).Expect(HttpStatusCode.OK);

    private async Task<ServiceAnswer> PutAsync(string body) => (await _service.PutAsync(Path, body, "demo-admin")).Expect(HttpStatusCode.OK);
}
