using System.Text.Json;
using FlowEngine.Api.Tests.Cli;

namespace FlowEngine.Api.Tests.Stages;

/// <summary>The toggle between processes: two services and the command line on one database.</summary>
public sealed class StageProcessTests
{
    [Fact]
    public async Task Set_ByCommandLine_IsSeenByTwoServicesWithinTwoSeconds()
    {
        using var program = new CommandLine();
        await using var first = await Harness.ServiceProcess.StartAsync(program.Database.FilePath);
        await using var second = await Harness.ServiceProcess.StartAsync(program.Database.FilePath);
        Assert.Equal(("v1", "v1"), await EnginesAsync(first, second));

        (await program.RunAsync("stages", "set", "demo", "shadow")).Expect(0);
        var set = (await program.RunAsync("stages", "set", "demo", "live", "--sample", "25", "--reason", "A try.", "--json")).Expect(0);
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.Equal(("v2", "v2"), await EnginesAsync(first, second));

        Assert.Equal(("live", 100, 25), Setting(set));
        Assert.Equal(("live", 100, 25), Setting((await program.RunAsync("stages", "get", "demo", "--json")).Expect(0)));
        Assert.Contains("demo-en: off", (await program.RunAsync("stages", "get")).Expect(0).Output, StringComparison.Ordinal);

        (await program.RunAsync("stages", "set", "demo", "off")).Expect(0);
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.Equal(("v1", "v1"), await EnginesAsync(first, second));
    }

    [Fact]
    public async Task CommandLine_RefusesWhatTheRulesRefuse()
    {
        using var program = new CommandLine();
        await using (await Harness.ServiceProcess.StartAsync(program.Database.FilePath))
        {
        }

        Assert.Contains("demo may leave", (await program.RunAsync("stages", "ready", "demo")).Expect(0).Output, StringComparison.Ordinal);
        Assert.Contains("--reason", (await program.RunAsync("stages", "set", "demo", "complete")).Expect(1).Errors, StringComparison.Ordinal);
        Assert.Contains("nobody", (await program.RunAsync("stages", "get", "nobody")).Expect(1).Errors, StringComparison.Ordinal);
        (await program.RunAsync("stages", "set", "demo", "sideways")).Expect(2);
        (await program.RunAsync("stages", "set", "demo", "shadow", "--percentage", "101")).Expect(2);
        (await program.RunAsync("stages", "set", "demo", "shadow", "--if-match", "7-0")).Expect(1);

        using (var connection = program.Database.Open())
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "UPDATE tenant_conversation_flows SET is_active = 0";
            command.ExecuteNonQuery();
        }

        var ready = (await program.RunAsync("stages", "ready", "demo", "--json")).Expect(1);
        Assert.False(JsonElement.Parse(ready.Output).GetProperty("ready").GetBoolean());
        Assert.Contains("active_flow", (await program.RunAsync("stages", "set", "demo", "shadow")).Expect(1).Errors, StringComparison.Ordinal);
    }

    private static (string?, int, int) Setting(Finished finished)
    {
        var view = JsonElement.Parse(finished.Output);
        return (view.GetProperty("stage").GetString(), view.GetProperty("percentage").GetInt32(), view.GetProperty("sample").GetInt32());
    }

    private static async Task<(string, string)> EnginesAsync(Harness.ServiceProcess first, Harness.ServiceProcess second) =>
        (await EngineAsync(first), await EngineAsync(second));

    private static async Task<string> EngineAsync(Harness.ServiceProcess service)
    {
        using var response = await service.Client.PostAsync(
            "/api/chat/messages", new StringContent("""{"content": "merhaba"}""", System.Text.Encoding.UTF8, "application/json"));
        return JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("engine").GetString()!;
    }
}
