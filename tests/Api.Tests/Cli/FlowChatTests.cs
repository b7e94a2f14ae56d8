using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Cli;

public sealed class FlowChatTests : IDisposable
{
    private readonly CommandLine _program = new();

    [Fact]
    public async Task Chat_OverSeveralTurns_KeepsTheConversationAndLeavesNothing()
    {
        var file = _program.Write("asking.json", SmallFlows.Asking());

        var finished = (await _program.RunWithInputAsync("hello\nIzmir\n/vars\n/trace\n", "flow", "chat", file)).Expect(0);

        Assert.Contains("Which city?", finished.Output, StringComparison.Ordinal);
        Assert.Contains("You said Izmir.", finished.Output, StringComparison.Ordinal);
        Assert.Contains("[quick replies] Thanks | Bye", finished.Output, StringComparison.Ordinal);
        Assert.Contains("conversation.city = Izmir", finished.Output, StringComparison.Ordinal);
        Assert.Contains("collect_data", finished.Output, StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFileSystemEntries(_program.Folder));
    }

    [Fact]
    public async Task Chat_AfterRestartAndQuit_BeginsAnewAndStops()
    {
        var file = _program.Write("asking.json", SmallFlows.Asking());

        var finished = (await _program.RunWithInputAsync("hello\n/restart\n/vars\nhello\n/quit\nIzmir\n", "flow", "chat", file)).Expect(0);

        Assert.Equal(3, finished.Output.Split("Which city?").Length);
        Assert.Contains("[no variables]", finished.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("You said", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_WithShopAssistant_FindsTheDemoShopsProducts()
    {
        var finished = (await _program.RunWithInputAsync(
            "En ucuz transpalet hangisi?\n", "flow", "chat", CommandLine.Sample("shop-assistant"), "--language", "tr")).Expect(0);

        Assert.Contains("Transpalet", finished.Output, StringComparison.Ordinal);
        Assert.Contains("[link]", finished.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("[failed", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_WithFaultyFlow_PrintsTheFindings()
    {
        var file = _program.Write("faulty.json", SmallFlows.Faulty());

        var finished = (await _program.RunWithInputAsync("hello\n", "flow", "chat", file)).Expect(1);

        Assert.Contains("unknown_node_type", finished.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_AsTenant_StoresNothing()
    {
        await using var service = await ServiceFixture.StartAsync();
        var file = _program.Write("asking.json", SmallFlows.Asking());

        var finished = (await _program.RunWithInputAsync(
            "hello\nIzmir\n", "flow", "chat", file, "--tenant", "demo-en",
            $"--FlowEngine:Database:ConnectionString=Data Source={service.Database.FilePath}")).Expect(0);

        Assert.Contains("You said Izmir.", finished.Output, StringComparison.Ordinal);
        Assert.Equal(0, service.Database.Count("ai_conversation_messages"));
        Assert.Equal(0, service.Database.Count("tenant_conversation_flows WHERE flow_name = 'asking'"));
    }

    public void Dispose() => _program.Dispose();
}
