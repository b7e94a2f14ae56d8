using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.ServiceSettings;

public sealed class FaultyStartTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();

    [Fact]
    public async Task Start_WithFaultySettings_ListsThemAllWithWhereTheyAreAndExitsWithOne()
    {
        await using var service = ServiceProcess.Launch(
            $"Data Source={_database.FilePath}",
            [
                ("FlowEngine__Limits__MaxSeconds", "sesame"), ("FlowEngine__Secrets", "sesame"), ("FlowEngine__Limts__MaxSteps", "1"),
                ("feature_management__feature_flags__0__variants__0__name", "sideways"), ("Logging__LogLevel__Default", "Loud"),
            ],
            ["--FlowEngine:Telemetry:MetricsIntervalSeconds=0", "--FlowEngine:Ai:Endpoints=sesame"]);

        Assert.Equal(1, await service.ExitCodeAsync());
        foreach (var said in new[]
        {
            "FlowEngine:Limits:MaxSeconds is text: give a whole number from 1 to 600, such as 60. (environment variable FlowEngine__Limits__MaxSeconds)",
            "FlowEngine:Secrets is text: give names with a text each. (environment variable FlowEngine__Secrets)",
            "FlowEngine:Limts is not a setting; did you mean 'Limits'?",
            "variants:0:name is not a stage: give one of off, shadow, live, rampdown, complete.",
            "default_when_enabled is not one of the flag's variants",
            "Logging:LogLevel:Default is not a log level",
            "FlowEngine:Telemetry:MetricsIntervalSeconds is out of range: give a whole number from 1 to 3600, such as 60. (command line)",
            "FlowEngine:Ai:Endpoints is text: give a list",
        })
        {
            Assert.Contains(said, service.Output, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("sesame", service.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", service.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls", "nonsense", "urls has an entry that is not an address to listen on")]
    [InlineData("--urls", "https://127.0.0.1:0", "A setting of the host cannot be used")]
    public async Task Start_WithFaultyAddress_SaysSoWithoutAStack(string name, string value, string said)
    {
        await using var service = ServiceProcess.Launch($"Data Source={_database.FilePath}", name, value);

        Assert.Equal(1, await service.ExitCodeAsync());
        Assert.Contains(said, service.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", service.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _database.Dispose();
}
