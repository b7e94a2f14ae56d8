using FlowEngine.Api.Tests.Chat.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

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
        while (!service.HasSaid("cannot be read for tenant demo:"));

        await service.EditSettingsAsync("\"feature_management\": !{", "\"feature_management\": {");
        await service.EditSettingsAsync("{ \"variant\": \"complete\", \"groups\": [ \"demo\" ] }", Group);
        await UntilAsync(service, ("v1", "v1"));
    }

    [Fact]
    public async Task GroupWithoutTenants_IsOffWithAWarning()
    {
        using var log = new KeptLog();
        await using var service = await ChatService.StartAsync(
            builder => builder.Services.AddSingleton<ILoggerProvider>(log),
            "--feature_management:feature_flags:0:allocation:group:1:variant=complete");

        var reply = await service.Api().SayAsync("merhaba", ChatApi.Toggle);

        Assert.Equal("v1", reply.Engine);
        Assert.Contains(log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal)
            && line.Contains("cannot be read for tenant demo", StringComparison.Ordinal));
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
    public async Task UnknownVariant_IsOffWithAWarning()
    {
        using var log = new KeptLog();
        await using var service = await ChatService.StartAsync(
            builder => builder.Services.AddSingleton<ILoggerProvider>(log),
            "--feature_management:feature_flags:0:variants:0:name=sideways",
            "--feature_management:feature_flags:0:allocation:default_when_enabled=sideways");

        var reply = await service.Api().SayAsync("merhaba", ChatApi.Toggle);

        Assert.Equal("v1", reply.Engine);
        Assert.Contains(log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal)
            && line.Contains("'sideways'", StringComparison.Ordinal) && line.Contains("demo", StringComparison.Ordinal));
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

    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (_lines)
                {
                    return [.. _lines];
                }
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines)
            {
                _lines.Add($"{logLevel}: {formatter(state, exception)}");
            }
        }

        public void Dispose()
        {
        }
    }
}
