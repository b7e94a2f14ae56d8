using System.Net;
using System.Net.Http.Headers;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Tenants;
using FlowEngine.Chat.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Stages;

public sealed class StageApiTests : IAsyncLifetime
{
    private const string Path = "/api/admin/stages/demo";

    private ServiceFixture _service = null!;

    public async Task InitializeAsync() => _service = await ServiceFixture.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Get_WithoutRow_IsWhatConfigurationSays()
    {
        var stage = await GetAsync();

        Assert.Equal(("demo", "off", "flag", "none"), (Text(stage, "tenant"), Text(stage, "stage"), Text(stage, "source"), Text(stage, "etag")));
        Assert.Empty(stage["history"].EnumerateArray());
    }

    [Fact]
    public async Task Put_StepByStep_IsInForceAtOnce_AndAudited()
    {
        (await PutAsync(new { stage = "shadow", percentage = 100, sample = 40 })).Expect(HttpStatusCode.OK);
        Assert.Equal("v1", await EngineAsync());
        (await PutAsync(new { stage = "live", reason = "They asked for it." })).Expect(HttpStatusCode.OK);
        Assert.Equal("v2", await EngineAsync());
        (await PutAsync(new { stage = "rampdown", reason = "Still good." })).Expect(HttpStatusCode.OK);
        (await PutAsync(new { stage = "complete", reason = "Done." })).Expect(HttpStatusCode.OK);
        (await PutAsync(new { stage = "rampdown" })).Expect(HttpStatusCode.OK);
        (await PutAsync(new { stage = "off" })).Expect(HttpStatusCode.OK);
        Assert.Equal("v1", await EngineAsync());

        var stage = await GetAsync();
        Assert.Equal(("off", "row", 40), (Text(stage, "stage"), Text(stage, "source"), stage["sample"].GetInt32()));
        var history = stage["history"].EnumerateArray().ToList();
        Assert.Equal(6, history.Count);
        var live = history[^2].GetProperty("details");
        Assert.Equal(
            ("shadow", "live", "They asked for it.", "not_enough_data"),
            (live.GetProperty("before").GetProperty("stage").GetString(), live.GetProperty("after").GetProperty("stage").GetString(),
                live.GetProperty("reason").GetString(), live.GetProperty("gate").GetProperty("verdict").GetString()));
        var audited = await _service.GetAsync("/api/admin/audit?entity=stage&subject=demo", "demo-admin");
        Assert.Equal(6, audited.Expect(HttpStatusCode.OK)["items"].GetArrayLength());
    }

    [Theory]
    [InlineData("off", "live", 100)]
    [InlineData("off", "complete", 100)]
    [InlineData("shadow", "rampdown", 100)]
    [InlineData("complete", "shadow", 100)]
    [InlineData("rampdown", "shadow", 50)]
    public async Task Put_Jump_NeedsAReason(string from, string to, int percentage)
    {
        await ComeToAsync(from);
        var body = new { stage = to, percentage };

        var refused = (await PutAsync(body)).Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(("/reason", "reason_needed"), Error(refused));
        Assert.Equal(from, Text(await GetAsync(), "stage"));

        (await PutAsync(new { stage = to, percentage, reason = "In haste." })).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("shadow", "live")]
    [InlineData("live", "rampdown")]
    [InlineData("rampdown", "complete")]
    public async Task Put_ForwardWithoutAPassingGate_NeedsAReason(string from, string to)
    {
        await ComeToAsync(from);

        var refused = (await PutAsync(new { stage = to })).Expect(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(("/reason", "reason_needed"), Error(refused));
        Assert.Contains("not_enough_data", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_ForwardWithAPassingGate_NeedsNone()
    {
        await using var service = await ServiceFixture.StartAsync(builder => builder.Services.AddSingleton<IStageGate, PassingGate>());
        (await service.PutAsync(Path, new { stage = "shadow" }, "demo-engineer")).Expect(HttpStatusCode.OK);

        var live = (await service.PutAsync(Path, new { stage = "live" }, "demo-engineer")).Expect(HttpStatusCode.OK);

        var gate = live["history"][0].GetProperty("details").GetProperty("gate");
        Assert.Equal(("passed", "All is well."), (gate.GetProperty("verdict").GetString(), gate.GetProperty("text").GetString()));
    }

    [Theory]
    [InlineData("""{"stage": "sideways"}""", "/stage", "invalid")]
    [InlineData("""{"percentage": 5}""", "/stage", "invalid")]
    [InlineData("""{"stage": "shadow", "percentage": 101}""", "/percentage", "out_of_range")]
    [InlineData("""{"stage": "shadow", "percentage": -1}""", "/percentage", "out_of_range")]
    [InlineData("""{"stage": "shadow", "sample": 1.5}""", "/sample", "out_of_range")]
    [InlineData("""{"stage": "off", "percentage": 50}""", "/percentage", "always_all")]
    [InlineData("""{"stage": "shadow", "reason": " "}""", "/reason", "empty")]
    [InlineData("""{"stage": "shadow", "reason": 7}""", "/reason", "wrong_type")]
    [InlineData("""{"stage": "shadow", "percent": 7}""", "/percent", "unknown_field")]
    public async Task Put_Wrong_NamesTheFault(string body, string pointer, string code)
    {
        var refused = (await _service.PutAsync(Path, body, "demo-engineer")).Expect(HttpStatusCode.UnprocessableEntity);

        Assert.Equal((pointer, code), Error(refused));
        Assert.Equal("flag", Text(await GetAsync(), "source"));
    }

    [Fact]
    public async Task Put_OlderEtag_IsRefused()
    {
        var etag = (await GetAsync()).Headers.ETag!.Tag;
        (await IfMatchAsync("shadow", etag)).Expect(HttpStatusCode.OK);

        Assert.Equal("stage_changed", (await IfMatchAsync("off", etag)).Expect(HttpStatusCode.PreconditionFailed).Code);
        Assert.Equal("shadow", Text(await GetAsync(), "stage"));
    }

    [Fact]
    public async Task Put_ManyAtOnceWithOneEtag_OneWins()
    {
        var etag = (await GetAsync()).Headers.ETag!.Tag;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(sample => IfMatchAsync("shadow", etag, sample)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => answer.Expect(HttpStatusCode.PreconditionFailed));
        Assert.Equal(1, _service.Database.Count("audit_logs WHERE action = 'stage.set'"));
    }

    [Theory]
    [InlineData(null, Path, HttpStatusCode.Unauthorized)]
    [InlineData("demo-design", Path, HttpStatusCode.Forbidden)]
    [InlineData("demo-en-engineer", Path, HttpStatusCode.NotFound)]
    [InlineData("demo-engineer", "/api/admin/stages/nobody", HttpStatusCode.NotFound)]
    [InlineData("demo-operator", "/api/admin/stages/nobody", HttpStatusCode.NotFound)]
    [InlineData(null, "/api/admin/stages", HttpStatusCode.Unauthorized)]
    [InlineData("demo-admin", "/api/admin/stages", HttpStatusCode.Forbidden)]
    public async Task WhoMayNot_IsRefused(string? key, string path, HttpStatusCode status)
    {
        (await _service.GetAsync(path, key)).Expect(status);
        if (path != "/api/admin/stages")
        {
            (await _service.PutAsync(path, new { stage = "shadow" }, key)).Expect(status);
            (await _service.GetAsync($"{path}/ready", key)).Expect(status);
        }
    }

    [Fact]
    public async Task Operator_SeesAll_AndSetsAny()
    {
        (await _service.PutAsync("/api/admin/stages/demo-en", new { stage = "shadow" }, "demo-operator")).Expect(HttpStatusCode.OK);

        var list = (await _service.GetAsync("/api/admin/stages", "demo-operator")).Expect(HttpStatusCode.OK);

        Assert.Equal(
            [("demo", "off"), ("demo-en", "shadow")],
            list["items"].EnumerateArray().Select(item => (item.GetProperty("tenant").GetString()!, item.GetProperty("stage").GetString()!)));
    }

    [Fact]
    public async Task Ready_OfTheDemo_StoresNothing()
    {
        var ready = (await _service.GetAsync($"{Path}/ready", "demo-engineer")).Expect(HttpStatusCode.OK);

        Assert.True(ready["ready"].GetBoolean(), ready.Text);
        Assert.Equal(["active_flow", "ai_response", "registry", "trial"], ready["checks"].EnumerateArray().Select(check => check.GetProperty("name").GetString()));
        Assert.Equal(0, _service.Database.Count("ai_conversations"));
        Assert.Equal(0, _service.Database.Count("conversation_turns"));
    }

    [Theory]
    [InlineData("UPDATE tenant_conversation_flows SET is_active = 0", "active_flow", "ai_response", "registry", "trial")]
    [InlineData("DELETE FROM ai_workflow_nodes", "registry")]
    [InlineData("UPDATE ai_workflow_nodes SET is_active = 0 WHERE node_key = 'welcome'", "registry", "trial")]
    public async Task Ready_WhereSomethingLacks_SaysWhatToDo_AndOffIsNotLeft(string sql, params string[] lacking)
    {
        Execute(sql);
        _service.Clock.Advance(TimeSpan.FromSeconds(2));

        var ready = (await _service.GetAsync($"{Path}/ready", "demo-engineer")).Expect(HttpStatusCode.OK);
        var failed = ready["checks"].EnumerateArray().Where(check => !check.GetProperty("passed").GetBoolean()).ToList();

        Assert.Equal(lacking, failed.Select(check => check.GetProperty("name").GetString()));
        Assert.All(failed, check => Assert.NotEqual("", check.GetProperty("fix").GetString()));
        Assert.Equal(
            "stage_not_ready",
            (await PutAsync(new { stage = "shadow", reason = "All the same." })).Expect(HttpStatusCode.Conflict).Code);
    }

    [Fact]
    public async Task Ready_FlowThatNoModelAnswersIn_IsNot()
    {
        (await _service.PutAsync("/api/flows/mute", SmallFlows.Saying("Hi"), "demo-design")).Expect(HttpStatusCode.OK);
        (await _service.PostAsync("/api/flows/mute/versions/1/publish", "", "demo-design")).Expect(HttpStatusCode.OK);
        (await _service.PutAsync("/api/admin/settings", """{"defaultFlow": "mute"}""", "demo-admin")).Expect(HttpStatusCode.OK);

        var ready = (await _service.GetAsync($"{Path}/ready", "demo-engineer")).Expect(HttpStatusCode.OK);

        Assert.Equal(
            "ai_response",
            Assert.Single(ready["checks"].EnumerateArray(), check => !check.GetProperty("passed").GetBoolean()).GetProperty("name").GetString());
    }

    private static string? Text(ServiceAnswer answer, string member) => answer[member].GetString();

    private static (string?, string?) Error(ServiceAnswer answer)
    {
        var error = Assert.Single(answer["errors"].EnumerateArray());
        return (error.GetProperty("pointer").GetString(), error.GetProperty("code").GetString());
    }

    private async Task ComeToAsync(string stage)
    {
        if (stage != "off")
        {
            (await PutAsync(new { stage, reason = "To begin with." })).Expect(HttpStatusCode.OK);
        }
    }

    private void Execute(string sql)
    {
        using var connection = _service.Database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private async Task<string?> EngineAsync() => (await _service.PostAsync("/api/chat/messages", new { content = "merhaba" })).Expect(HttpStatusCode.OK)["engine"].GetString();

    private async Task<ServiceAnswer> GetAsync() => (await _service.GetAsync(Path, "demo-engineer")).Expect(HttpStatusCode.OK);

    private Task<ServiceAnswer> PutAsync(object body) => _service.PutAsync(Path, body, "demo-engineer");

    private async Task<ServiceAnswer> IfMatchAsync(string stage, string etag, int sample = 100)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, Path)
        {
            Content = new StringContent($$"""{"stage": "{{stage}}", "sample": {{sample}}}""", new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.IfMatch.ParseAdd(etag);
        return await _service.SendAsync(request, "demo-engineer");
    }

    private sealed class PassingGate : IStageGate
    {
        public ValueTask<StageGateAnswer> EvaluateAsync(TenantSnapshot tenant, Stage target, CancellationToken cancellationToken) =>
            new(new StageGateAnswer(StageGateVerdict.Passed, "All is well."));
    }
}
