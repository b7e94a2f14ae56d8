using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Stages;

public sealed class ToggleTests
{
    private const string Group = "{ \"variant\": \"complete\", \"groups\": [] }";
    private const string Default = "\"default_when_enabled\": \"off\"";

    [Fact]
    public async Task SettingsEditedWhileRunning_DecideWhoAnswers()
    {
        await using var service = await ServiceProcess.StartAsync();
        Assert.Equal(("v1", "v1"), await EnginesAsync(service));

        await service.EditSettingsAsync(Group, "{ \"variant\": \"complete\", \"groups\": [ \"demo-en\" ] }");
        await UntilAsync(service, ("v1", "v2"));

        await service.EditSettingsAsync(Default, "\"default_when_enabled\": \"complete\"");
        await UntilAsync(service, ("v2", "v2"));

        await service.EditSettingsAsync("\"enabled\": true", "\"enabled\": false");
        await UntilAsync(service, ("v1", "v1"));
    }

    [Fact]
    public async Task SettingsSavedBroken_KeepTheStage_UntilTheyAreMended()
    {
        await using var service = await ServiceProcess.StartAsync();
        await service.EditSettingsAsync(Group, "{ \"variant\": \"complete\", \"groups\": [ \"demo\" ] }");
        await UntilAsync(service, ("v2", "v1"));

        await service.EditSettingsAsync("\"feature_management\": {", "\"feature_management\": !{");
        do
        {
            Assert.Equal(("v2", "v1"), await EnginesAsync(service));
        }
        while (!service.HasSaid("appsettings.json cannot be read"));

        await service.EditSettingsAsync("\"feature_management\": !{", "\"feature_management\": {");
        await service.EditSettingsAsync("{ \"variant\": \"complete\", \"groups\": [ \"demo\" ] }", Group);
        await UntilAsync(service, ("v1", "v1"));
    }

    [Fact]
    public async Task StageRow_WinsOverTheSettings_WithoutARestart()
    {
        await using var service = await ChatService.StartAsync();
        Assert.Equal("v1", (await service.Api().SayAsync("merhaba", ChatApi.Toggle)).Engine);

        await SetAsync(service, "complete");
        Assert.Equal("v2", (await service.Api().SayAsync("merhaba", ChatApi.Toggle)).Engine);
        Assert.Equal("v1", (await service.Api("demo-en-chat").SayAsync("hello", ChatApi.Toggle)).Engine);

        await SetAsync(service, "off");
        Assert.Equal("v1", (await service.Api().SayAsync("merhaba", ChatApi.Toggle)).Engine);
    }

    [Fact]
    public async Task StageRowOff_WinsOverSettingsComplete()
    {
        await using var service = await ChatService.StartAsync(null, "--feature_management:feature_flags:0:allocation:default_when_enabled=complete");
        Assert.Equal("v2", (await service.Api().SayAsync("merhaba", ChatApi.Toggle)).Engine);

        await SetAsync(service, "off");

        Assert.Equal("v1", (await service.Api().SayAsync("merhaba", ChatApi.Toggle)).Engine);
        Assert.Equal("v2", (await service.Api("demo-en-chat").SayAsync("hello", ChatApi.Toggle)).Engine);
    }

    [Fact]
    public async Task EngineAndStage_AreStoredWithTheTurnAndItsMessages()
    {
        await using var service = await ChatService.StartAsync();
        await SetAsync(service, "complete");

        var reply = await service.Api().SayAsync("merhaba", ChatApi.Toggle);

        Assert.Equal(["v2", "complete"], Assert.Single(await service.RowsAsync(
            "SELECT engine, stage FROM conversation_turns WHERE upper(id) = upper(@id)", ("id", reply.TurnId))));
        Assert.All(await service.RowsAsync("SELECT engine FROM ai_conversation_messages"), row => Assert.Equal("v2", row[0]));
    }

    private static async Task SetAsync(ChatService service, string stage)
    {
        await service.ExecuteAsync(
            """
            INSERT OR REPLACE INTO tenant_stages (tenant_id, instance_id, stage, percentage, sample, updated_at)
            SELECT id, 'default', @stage, 100, 0, '2026-01-01T00:00:00.0000000Z' FROM tenants WHERE slug = 'demo'
            """,
            ("stage", stage));
        await Task.Delay(TimeSpan.FromSeconds(2));
    }

    private static async Task<(string, string)> EnginesAsync(ServiceProcess service) => (
        (await service.Api("demo-chat").SayAsync("merhaba", ChatApi.Toggle)).Engine,
        (await service.Api("demo-en-chat").SayAsync("hello", ChatApi.Toggle)).Engine);

    private static async Task UntilAsync(ServiceProcess service, (string, string) engines)
    {
        for (var i = 0; i < 100 && await EnginesAsync(service) != engines; i++)
        {
            await Task.Delay(100);
        }

        Assert.Equal(engines, await EnginesAsync(service));
    }
}
