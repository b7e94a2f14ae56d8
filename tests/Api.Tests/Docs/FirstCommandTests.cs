using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Docs;

/// <summary>What a newcomer reads when the service has started.</summary>
public sealed class FirstCommandTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryDatabase _database = new();

    [LinuxFact]
    public async Task Start_InDevelopment_PrintsACommandThatIsAnswered()
    {
        await using var service = await ServiceProcess.StartAsync(_database.FilePath);
        var printed = await UntilAsync(service, "grep -o");
        await using var session = new PageSession();

        var (exitCode, output) = await session.RunAsync(Command(printed));

        Assert.True(exitCode == 0, output);
        Assert.Contains("24 month warranty", output, StringComparison.Ordinal);
        Assert.Contains($"serves at {service.Client.BaseAddress!.ToString().TrimEnd('/')}", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_InProduction_PrintsNoKeys()
    {
        await using var service = ServiceProcess.Launch($"Data Source={_database.FilePath}", [("ASPNETCORE_ENVIRONMENT", "Production")], []);
        var printed = await UntilAsync(service, "Application started");

        Assert.DoesNotContain("demo-", printed, StringComparison.Ordinal);
    }

    public void Dispose() => _database.Dispose();

    /// <summary>The command alone: the log may go on after it.</summary>
    private static string Command(string printed)
    {
        var command = printed[printed.IndexOf("curl", StringComparison.Ordinal)..];
        return command[..command.IndexOf('\n', command.IndexOf("grep -o", StringComparison.Ordinal))];
    }

    private static async Task<string> UntilAsync(ServiceProcess service, string text)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (!service.Output.Contains(text, StringComparison.Ordinal))
        {
            await Task.Delay(50, patience.Token);
        }

        return service.Output;
    }
}
