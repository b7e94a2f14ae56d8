using System.Net;
using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Api.Tests.Stages;

namespace FlowEngine.Api.Tests.ServiceSettings;

/// <summary>The settings file of a running program is edited: what is faulty is not taken, and ends nothing.</summary>
public sealed class SettingsEditTests
{
    private const string Anchor = "\"InstanceId\": \"default\"";

    /// <summary>Longer than the shortest period of background work, which reads the settings.</summary>
    private static readonly TimeSpan s_severalRounds = TimeSpan.FromSeconds(11);

    [Fact]
    public async Task FaultyEdits_KeepTheLastGoodSettings_UntilACorrectOneIsTaken()
    {
        await using var service = await ServiceProcess.StartAsync();
        (string From, string To, string Told)[] edits =
        [
            (Anchor, Anchor + ", \"ChatDisabeld\": true", "FlowEngine:ChatDisabeld is not a setting; did you mean 'ChatDisabled'?"),
            (Anchor, Anchor + ", \"ChatDisabled\": \"yes\"", "FlowEngine:ChatDisabled is text: give true or false."),
            (Anchor, Anchor + ", \"Limits\": { \"MaxSeconds\": 9999 }", "FlowEngine:Limits:MaxSeconds is out of range: give a whole number from 1 to 600"),
            (Anchor, Anchor + ", \"Limits\": 5", "FlowEngine:Limits is a whole number: give a section with"),
            ("\"FlowEngine\": {", "\"FlowEngine\": !{", "appsettings.json cannot be read: it is not valid JSON at line 2."),
            ("\"name\": \"shadow\"", "\"name\": \"shadwo\"", "variants:2:name is not a stage; did you mean 'shadow'?"),
            ("\"Default\": \"Information\"", "\"Default\": \"Loud\"", "Logging:LogLevel:Default is not a log level"),
        ];

        foreach (var (from, to, told) in edits)
        {
            await service.EditSettingsAsync(from, to);
            await UntilAsync(service, warnings => warnings.Contains(told, StringComparison.Ordinal));
            await AssertAnswersAsync(service);
            await UntilSaidAsync(service, told);
            Assert.Equal(1, service.Count(told));

            await service.EditSettingsAsync(to, from);
            await UntilAsync(service, warnings => warnings.Length == 0);
        }

        await service.EditSettingsAsync(Anchor, Anchor + ", \"ChatDisabled\": true, \"Comparisons\": { \"Lagging\": \"never\" }");
        await UntilAsync(service, warnings => warnings.Contains("Lagging must be 'wait' or 'skip'", StringComparison.Ordinal));
        await Task.Delay(s_severalRounds);
        await AssertAnswersAsync(service);

        // The rest of a faulty edit counts once its fault is corrected.
        await service.EditSettingsAsync("\"never\"", "\"skip\"");
        await UntilAsync(service, warnings => warnings.Length == 0);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(service));
    }

    [Fact]
    public async Task FileRemoved_KeepsItsSettings_AndIsReadWhenItIsBack()
    {
        await using var service = await ServiceProcess.StartAsync();
        var file = Path.Combine(service.Folder, "appsettings.json");
        await service.EditSettingsAsync(Anchor, Anchor + ", \"ChatDisabled\": true");
        await UntilDisabledAsync(service);

        File.Move(file, file + ".away");
        await UntilAsync(service, warnings => warnings.Contains("appsettings.json is gone", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(service));

        await File.WriteAllTextAsync(file + ".away", (await File.ReadAllTextAsync(file + ".away")).Replace("\"ChatDisabled\": true", "\"ChatDisabled\": false"));
        File.Move(file + ".away", file);
        await UntilAsync(service, warnings => warnings.Length == 0);
        await AssertAnswersAsync(service);
    }

    [Fact]
    public async Task AnotherFile_IsTakenBesideAFaultyOne()
    {
        await using var service = await ServiceProcess.StartAsync();
        await service.EditSettingsAsync(Anchor, Anchor + ", \"ChatDisabeld\": true");
        await UntilAsync(service, warnings => warnings.Contains("ChatDisabeld", StringComparison.Ordinal));

        await File.WriteAllTextAsync(Path.Combine(service.Folder, "appsettings.Development.json"), """{ "FlowEngine": { "ChatDisabled": true } }""");

        await UntilDisabledAsync(service);
        Assert.Contains("ChatDisabeld", await WarningsAsync(service), StringComparison.Ordinal);
    }

    private static async Task AssertAnswersAsync(ServiceProcess service) =>
        Assert.Equal("v1", (await service.Api("demo-chat").SayAsync("merhaba", ChatApi.Toggle)).Engine);

    private static async Task<string> WarningsAsync(ServiceProcess service)
    {
        var ready = await service.Api("demo-chat").GetAsync("/api/health/ready");
        return ready.TryGetProperty("warnings", out var warnings) ? string.Join('\n', warnings.EnumerateArray().Select(warning => warning.GetString())) : "";
    }

    private static async Task UntilAsync(ServiceProcess service, Predicate<string> isSo)
    {
        var warnings = await WarningsAsync(service);
        for (var i = 0; i < 300 && !isSo(warnings); i++)
        {
            await Task.Delay(100);
            warnings = await WarningsAsync(service);
        }

        Assert.True(isSo(warnings), warnings);
    }

    /// <summary>The log is written behind what <c>ready</c> shows.</summary>
    private static async Task UntilSaidAsync(ServiceProcess service, string told)
    {
        for (var i = 0; i < 300 && !service.HasSaid(told); i++)
        {
            await Task.Delay(100);
        }
    }

    private static async Task UntilDisabledAsync(ServiceProcess service)
    {
        var status = await StatusAsync(service);
        for (var i = 0; i < 300 && status != HttpStatusCode.ServiceUnavailable; i++)
        {
            await Task.Delay(100);
            status = await StatusAsync(service);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
    }

    private static async Task<HttpStatusCode> StatusAsync(ServiceProcess service)
    {
        using var response = await service.Api("demo-chat").PostAsync(ChatApi.Toggle, """{"content": "merhaba"}""");
        return response.StatusCode;
    }
}
