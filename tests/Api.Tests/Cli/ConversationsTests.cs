using System.Text.Json;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Api.Tests.Migration;

namespace FlowEngine.Api.Tests.Cli;

public sealed class ConversationsTests : IDisposable
{
    private readonly CommandLine _program = new();

    private string Legacy => Path.Combine(_program.Folder, "legacy.db");

    [Fact]
    public async Task Import_OfAGeneratedDatabase_ReportsAndExitsWithOneForWhatIsRefused()
    {
        (await _program.RunAsync("conversations", "generate", "--to", Legacy, "--conversations", "60", "--tenants", "2", "--seed", "3")).Expect(0);
        (await _program.RunAsync("conversations", "status", "--from", Legacy)).Expect(1);
        (await _program.RunAsync("migrate", "up")).Expect(0);

        var finished = (await _program.RunAsync("conversations", "import", "--from", Legacy, "--tenant-db", $"1={Legacy.Replace(".db", ".tenant-1.db", StringComparison.Ordinal)}", "--json")).Expect(1);

        var report = JsonElement.Parse(finished.Output);
        Assert.Equal(60, Table(report).GetProperty("read").GetInt32());
        Assert.Contains("60 of 60 conversations", finished.Errors, StringComparison.Ordinal);
        Assert.Equal(Table(report).GetProperty("imported").GetInt64(), _program.Database.Count("ai_conversations"));
    }

    [Fact]
    public async Task Import_KilledInTheMiddle_FinishesToWhatAnUndisturbedOneGives()
    {
        await using var undisturbed = await LegacyWorld.CreateAsync(conversations: 1_000, seed: 11);
        await undisturbed.ImportAsync();
        (await _program.RunAsync("migrate", "up")).Expect(0);
        string[] import = ["conversations", "import", "--from", undisturbed.Central, .. undisturbed.TenantDatabases.SelectMany(entry => new[] { "--tenant-db", $"{entry.Key}={entry.Value}" })];

        using (var process = _program.Start(import))
        {
            // Lines come every tenth: by the second one some is there and most is not.
            await process.StandardError.ReadLineAsync().ComesAsync("The first line of the import");
            await process.StandardError.ReadLineAsync().ComesAsync("The second line of the import");
            process.Kill();
            await process.ExitedAsync("The killed import");
        }

        var carried = _program.Database.Count("ai_conversations");
        Assert.InRange(carried, 1, 900);
        (await _program.RunAsync(import)).Expect(1);

        Assert.Equal(undisturbed.Imported(), undisturbed.ImportedIn(_program.Database));
    }

    [Fact]
    public async Task Import_OfWhatIsNoLegacyDatabase_SaysSo()
    {
        (await _program.RunAsync("migrate", "up")).Expect(0);
        var none = (await _program.RunAsync("conversations", "import", "--from", Legacy)).Expect(1);
        var bad = (await _program.RunAsync("conversations", "import", "--from", Legacy, "--tenant-db", "shop=x")).Expect(2);

        Assert.Contains(Legacy, none.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Legacy));
        Assert.Contains("ID=VALUE", bad.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Generate_OverAFile_IsRefused()
    {
        await File.WriteAllTextAsync(Legacy, "mine");

        (await _program.RunAsync("conversations", "generate", "--to", Legacy)).Expect(1);

        Assert.Equal("mine", await File.ReadAllTextAsync(Legacy));
    }

    public void Dispose() => _program.Dispose();

    private static JsonElement Table(JsonElement report) =>
        report.GetProperty("tables").EnumerateArray().Single(table => table.GetProperty("table").GetString() == "ai_conversations");
}
