using System.Net;
using System.Text.Json;
using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Switches;

public sealed class KillSwitchTests : IAsyncLifetime
{
    private const string Path = "/api/admin/kill-switches";
    private const string Engineer = "demo-engineer";
    private const string Operator = "demo-operator";

    private ServiceFixture _service = null!;

    public async Task InitializeAsync() => _service = await ServiceFixture.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Service_IsOffForAll_UntilItIsOnAgain()
    {
        (await PutAsync(new { kind = "service", reason = "Storm." }, Operator)).Expect(HttpStatusCode.OK);

        foreach (var key in new[] { "demo-chat", "demo-en-chat" })
        {
            var refused = (await SayAsync(key)).Expect(HttpStatusCode.ServiceUnavailable);
            Assert.Equal(("chat_disabled", 60), (refused.Code, (int)refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds));
        }

        (await _service.DeleteAsync($"{Path}?kind=service", Operator)).Expect(HttpStatusCode.OK);
        (await SayAsync()).Expect(HttpStatusCode.OK);
        Assert.Equal(
            [("kill_switch.set", "service"), ("kill_switch.clear", "service")],
            _service.Database.Query(
                "SELECT action, subject FROM audit_logs WHERE tenant_id = 0 ORDER BY id", row => (row.GetString(0), row.GetString(1))));
    }

    [Fact]
    public async Task Tenant_IsOffAlone_UntilTheSwitchExpires()
    {
        var end = _service.Clock.GetUtcNow().AddSeconds(30);
        (await PutAsync(new { kind = "tenant", reason = "Storm.", expiresAt = end })).Expect(HttpStatusCode.OK);

        var refused = (await SayAsync()).Expect(HttpStatusCode.ServiceUnavailable);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 30);
        (await SayAsync("demo-en-chat")).Expect(HttpStatusCode.OK);

        _service.Clock.Advance(TimeSpan.FromSeconds(31));
        (await SayAsync()).Expect(HttpStatusCode.OK);
        Assert.Empty((await _service.GetAsync(Path, Engineer)).Expect(HttpStatusCode.OK)["items"].EnumerateArray());
    }

    [Theory]
    [InlineData("off", "v1", null, "v2")]
    [InlineData("off", "v2", null, "v1")]
    [InlineData("live", "v1", null, "v2")]
    [InlineData("live", "v2", null, "v1")]
    [InlineData("complete", "v2", null, "v1")]
    [InlineData("off", "v1", "v2", "v2")]
    public async Task Engine_Off_TheOtherAnswers(string stage, string off, string? asked, string answers)
    {
        await StageAsync(stage);
        (await PutAsync(new { kind = "engine", subject = off, reason = "It raves." })).Expect(HttpStatusCode.OK);

        var reply = (await SayAsync(path: asked is null ? ChatApi.Toggle : $"/api/{asked}/chat/messages")).Expect(HttpStatusCode.OK);

        Assert.Equal(answers, reply["engine"].GetString());
        Assert.False(reply.Json.TryGetProperty("failure", out _));
    }

    [Fact]
    public async Task EngineAskedByName_ThatIsOff_Is503_AndSoAreBoth()
    {
        (await PutAsync(new { kind = "engine", subject = "v2", reason = "It raves." })).Expect(HttpStatusCode.OK);
        Assert.Equal("engine_disabled", (await SayAsync(path: ChatApi.V2)).Expect(HttpStatusCode.ServiceUnavailable).Code);

        (await PutAsync(new { kind = "engine", subject = "v1", reason = "It too." }, Operator)).Expect(HttpStatusCode.OK);
        Assert.Equal("engine_disabled", (await SayAsync()).Expect(HttpStatusCode.ServiceUnavailable).Code);
    }

    [Fact]
    public async Task V1Off_WithoutAFlow_Is503()
    {
        using (var connection = _service.Database.Open())
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "UPDATE tenant_conversation_flows SET is_active = 0";
            command.ExecuteNonQuery();
        }

        (await PutAsync(new { kind = "engine", subject = "v1", reason = "It raves." })).Expect(HttpStatusCode.OK);

        Assert.Equal("engine_disabled", (await SayAsync()).Expect(HttpStatusCode.ServiceUnavailable).Code);
    }

    [Theory]
    [InlineData("flow_version", "shop-assistant@1", "flow_version_disabled")]
    [InlineData("node_type", "welcome", "node_type_disabled")]
    public async Task PartOfAFlow_Off_V1AnswersInItsPlace_AndTheFallbackTextInComplete(string kind, string subject, string code)
    {
        await StageAsync("live");
        (await PutAsync(new { kind, subject, reason = "It raves." })).Expect(HttpStatusCode.OK);
        var reply = (await SayAsync()).Expect(HttpStatusCode.OK);
        Assert.Equal("v1", reply["engine"].GetString());
        Assert.Equal(1, _service.Database.Count($"conversation_turns WHERE fallback_from = 'v2' AND fallback_code = '{code}' AND engine = 'v1'"));

        await StageAsync("complete");
        reply = (await SayAsync()).Expect(HttpStatusCode.OK);
        Assert.Equal(("v2", code), (reply["engine"].GetString(), reply["failure"].GetProperty("code").GetString()));
        Assert.Equal("fallback", reply["messages"].EnumerateArray().Last().GetProperty("kind").GetString());
    }

    [Fact]
    public async Task WaitingWalk_OfAVersionThatIsOff_IsNotWalkedOn()
    {
        (await _service.PutAsync("/api/flows/ask", SmallFlows.Asking(), "demo-design")).Expect(HttpStatusCode.OK);
        (await _service.PostAsync("/api/flows/ask/versions/1/publish", "", "demo-design")).Expect(HttpStatusCode.OK);
        Assert.Equal("waiting", (await _service.ChatAsync("hello", "waits", "ask")).Expect(HttpStatusCode.OK)["status"].GetString());
        (await PutAsync(new { kind = "flow_version", subject = "ask@1", reason = "It raves." })).Expect(HttpStatusCode.OK);

        var stopped = (await _service.ChatAsync("Ankara", "waits")).Expect(HttpStatusCode.OK);
        Assert.Equal(("waiting", "flow_version_disabled"), (stopped["status"].GetString(), stopped["failure"].GetProperty("code").GetString()));

        (await _service.DeleteAsync($"{Path}?kind=flow_version&subject=ask@1", Engineer)).Expect(HttpStatusCode.OK);
        Assert.Equal("ended", (await _service.ChatAsync("Ankara", "waits")).Expect(HttpStatusCode.OK)["status"].GetString());
    }

    [Theory]
    [InlineData(ChatApi.V1)]
    [InlineData(ChatApi.V2)]
    public async Task ModelProvider_Off_IsNotAsked(string path)
    {
        (await PutAsync(new { kind = "model_provider", subject = "OFFLINE", reason = "It raves." })).Expect(HttpStatusCode.OK);

        var reply = (await SayAsync(path: path)).Expect(HttpStatusCode.OK);

        Assert.False(reply["usage"].TryGetProperty("model", out var model) && model.ValueKind == JsonValueKind.String);
        Assert.True(path == ChatApi.V2 || reply["failure"].GetProperty("code").GetString() == "model_unavailable");
    }

    [Fact]
    public async Task Drills_OfTheDemo_AllPass_AndTouchNobody()
    {
        var drills = (await _service.PostAsync("/api/admin/drills", "", Engineer)).Expect(HttpStatusCode.OK);

        Assert.True(drills["passed"].GetBoolean(), drills.Text);
        Assert.Equal(
            ["service", "tenant", "engine", "model_provider", "flow_version", "node_type"],
            drills["drills"].EnumerateArray().Select(drill => drill.GetProperty("kind").GetString()).Distinct());
        Assert.Equal(0, _service.Database.Count("conversation_turns"));
        Assert.Equal(0, _service.Database.Count("ai_conversations"));
        Assert.Equal(0, _service.Database.Count("kill_switches"));
        (await SayAsync()).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"kind": "service", "reason": "x"}""", "/kind", "invalid")]
    [InlineData("""{"kind": "engine", "reason": "x"}""", "/subject", "missing")]
    [InlineData("""{"kind": "engine", "subject": "v3", "reason": "x"}""", "/subject", "invalid")]
    [InlineData("""{"kind": "tenant", "subject": "demo", "reason": "x"}""", "/subject", "not_taken")]
    [InlineData("""{"kind": "tenant"}""", "/reason", "reason_needed")]
    [InlineData("""{"kind": "tenant", "reason": "x", "expiresAt": "2020-01-01T00:00:00Z"}""", "/expiresAt", "invalid")]
    [InlineData("""{"kind": "node_type", "subject": "wellcome", "reason": "x"}""", "/subject", "unknown")]
    [InlineData("""{"kind": "model_provider", "subject": "nobody", "reason": "x"}""", "/subject", "unknown")]
    [InlineData("""{"kind": "flow_version", "subject": "shop-assistant@99", "reason": "x"}""", "/subject", "unknown")]
    [InlineData("""{"kind": "tenant", "reason": "x", "until": "x"}""", "/until", "unknown_field")]
    public async Task Put_Wrong_NamesTheFault(string body, string pointer, string code)
    {
        var error = Assert.Single((await PutAsync(body)).Expect(HttpStatusCode.UnprocessableEntity)["errors"].EnumerateArray());

        Assert.Equal((pointer, code), (error.GetProperty("pointer").GetString(), error.GetProperty("code").GetString()));
        Assert.Equal(0, _service.Database.Count("kill_switches"));
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("demo-design", HttpStatusCode.Forbidden)]
    public async Task WhoMayNot_IsRefused(string? key, HttpStatusCode status)
    {
        (await _service.GetAsync(Path, key)).Expect(status);
        (await PutAsync(new { kind = "tenant", reason = "x" }, key)).Expect(status);
        (await _service.DeleteAsync($"{Path}?kind=tenant", key)).Expect(status);
        (await _service.PostAsync("/api/admin/drills", "", key)).Expect(status);
    }

    [Fact]
    public async Task Engineer_SeesTheServicesSwitches_ButNotAnotherTenants_AndCannotClearThem()
    {
        (await PutAsync(new { kind = "node_type", subject = "webhook", reason = "For all." }, Operator)).Expect(HttpStatusCode.OK);
        (await PutAsync(new { kind = "engine", subject = "v1", reason = "Ours." }, "demo-en-engineer")).Expect(HttpStatusCode.OK);

        (await _service.DeleteAsync($"{Path}?kind=node_type&subject=webhook", Engineer)).Expect(HttpStatusCode.OK);
        var seen = (await _service.GetAsync(Path, Engineer)).Expect(HttpStatusCode.OK);

        var only = Assert.Single(seen["items"].EnumerateArray());
        Assert.Equal(("service", "webhook"), (only.GetProperty("scope").GetString(), only.GetProperty("subject").GetString()));
        Assert.Equal("v1", (await SayAsync())["engine"].GetString());
    }

    private Task<ServiceAnswer> PutAsync(object body, string? key = Engineer) => _service.PutAsync(Path, body, key);

    private Task<ServiceAnswer> SayAsync(string key = "demo-chat", string path = ChatApi.Toggle) =>
        _service.PostAsync(path, new { content = "en ucuz forklift" }, key);

    private async Task StageAsync(string stage) =>
        (await _service.PutAsync("/api/admin/stages/demo", new { stage, reason = "A test." }, Engineer)).Expect(HttpStatusCode.OK);
}
