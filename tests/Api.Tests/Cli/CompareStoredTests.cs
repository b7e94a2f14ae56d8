using System.Text.Json;
using FlowEngine.Api.Tests.Comparisons;

namespace FlowEngine.Api.Tests.Cli;

/// <summary>The comparisons that a service stored, read by the command line beside it.</summary>
public sealed class CompareStoredTests(CompareStoredTests.Shop shop) : IClassFixture<CompareStoredTests.Shop>, IDisposable
{
    private readonly CommandLine _program = new();

    [Fact]
    public async Task Report_OfATenant_IsTextJsonAndPage()
    {
        var html = Path.Combine(_program.Folder, "report.html");

        var text = (await RunAsync("report", "--tenant", "demo", "--html", html)).Expect(0);
        var json = JsonElement.Parse((await RunAsync("report", "--mode", "resync", "--json")).Expect(0).Output);

        Assert.Contains("24 comparisons of 12 conversations", text.Output, StringComparison.Ordinal);
        CompareRunTests.AssertLoadsNothing(await File.ReadAllTextAsync(html));
        Assert.Equal(24, json.GetProperty("turns").GetInt32());
        Assert.Equal(24, json.GetProperty("results").EnumerateArray().Sum(result => result.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task Report_OfAWindowBeforeAll_IsEmpty_AndOfNoTenantFails()
    {
        Assert.Contains("0 comparisons", (await RunAsync("report", "--to", "2020-01-01")).Expect(0).Output, StringComparison.Ordinal);
        Assert.Contains("There is no active tenant 'nobody'.", (await RunAsync("report", "--tenant", "nobody")).Expect(1).Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"maxExcessMismatch\": 1", 0, "The gate is passed.")]
    [InlineData("\"maxExcessMismatch\": 0.1", 1, "The gate fails.")]
    [InlineData("\"maxP95Ratio\": 1.5", 2, "There is not enough data for the gate.")]
    [InlineData("\"maxCostPerConversationRatio\": 1.5", 2, "There is not enough data for the gate.")]
    public async Task Gate_SaysByItsExitCodeWhatCameOfIt(string criterion, int exitCode, string said)
    {
        var gate = _program.Write("gate.json", $$"""{"version": 1, "minConversations": 10, "minFloorConversations": 10, "resamples": 400, {{criterion}}}""");

        var finished = (await RunAsync("gate", "--tenant", "demo", "--gate", gate)).Expect(exitCode);

        Assert.Contains(said, finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gate_AsJson_HasItsStatus()
    {
        var finished = (await RunAsync("gate", "--tenant", "demo", "--json")).Expect(2);

        Assert.Equal("not_enough_data", JsonElement.Parse(finished.Output).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Gate_OfAWrongFileTenantOrDatabase_IsRefusedByName()
    {
        var gate = _program.Write("gate.json", "{\"version\": 1,\n \"minConversations\": 10, \"maxBlokcing\": 0.1}");

        Assert.Contains("gate.json, line 2, column 26: 'maxBlokcing' is not a field of a gate file. Did you mean 'maxBlocking'?", (await RunAsync("gate", "--gate", gate)).Expect(2).Errors, StringComparison.Ordinal);
        Assert.Contains("There is no active tenant 'nobody'.", (await RunAsync("gate", "--tenant", "nobody")).Expect(2).Errors, StringComparison.Ordinal);
        Assert.Contains("Name one with --tenant: demo, demo-en.", (await RunAsync("gate")).Expect(2).Errors, StringComparison.Ordinal);
        Assert.Contains("The database is empty.", (await _program.RunAsync("compare", "gate", "--tenant", "demo")).Expect(2).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_OfStoredConversations_WalksTheTenantsFlow_AndStoresNothing()
    {
        var before = await shop.World.CountAsync("1 = 1");

        var json = JsonElement.Parse((await RunAsync("coverage", "--tenant", "demo", "--json")).Expect(0).Output);

        Assert.Equal(12, json.GetProperty("conversations").GetInt32());
        Assert.Equal(12, json.GetProperty("handled").GetInt32());
        Assert.Equal(before, await shop.World.CountAsync("1 = 1"));
    }

    public void Dispose() => _program.Dispose();

    private Task<Finished> RunAsync(string command, params string[] options) => _program.RunAsync(
        ["compare", command, .. options, $"--FlowEngine:Database:ConnectionString=Data Source={shop.World.Service.File}"]);

    /// <summary>Twelve conversations of one turn, V2 beside V1 and V1 beside itself; the flow says something else.</summary>
    public sealed class Shop : IAsyncLifetime
    {
        internal ComparedShop World { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            World = await ComparedShop.StartAsync(null, "FlowEngine:Comparisons:AgainstItself=100");
            await World.Shop.SetAsync("shadow");
            for (var i = 0; i < 12; i++)
            {
                await World.SayAsync("en ucuz forklift hangisi?", $"s{i}");
            }

            await World.SettleAsync();
        }

        public async Task DisposeAsync() => await World.DisposeAsync();
    }
}
