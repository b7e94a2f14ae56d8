using System.Text.Json;
using FlowEngine.Api.Tests.Flows;

namespace FlowEngine.Api.Tests.Cli;

public sealed class FlowImportTests : IDisposable
{
    private readonly CommandLine _program = new();

    private static string Legacy(string name) => Path.Combine(AppContext.BaseDirectory, "legacy", $"{name}.json");

    private string Out => Path.Combine(_program.Folder, "out.json");

    [Fact]
    public async Task Import_OfASoundFlow_WritesItToOutputAndTheReportToErrors()
    {
        var finished = (await _program.RunAsync("flow", "import", Legacy("architecture"))).Expect(0);

        Assert.Equal("welcome", JsonElement.Parse(finished.Output).GetProperty("drawflow").GetProperty("Home").GetProperty("data").GetProperty("start").GetProperty("name").GetString());
        Assert.Contains("start node: start", finished.Errors, StringComparison.Ordinal);
        Assert.Contains("the imported flow: no findings", finished.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_program.Database.FilePath));
    }

    [Fact]
    public async Task Import_WithADecision_WritesTheFileAndExitsWithOne()
    {
        var finished = (await _program.RunAsync("flow", "import", Legacy("live-row"), "-o", Out)).Expect(1);

        Assert.Contains("decision category_numbers in node node_6 at /flow_data/nodes/5/config/exclude_categories", finished.Output, StringComparison.Ordinal);
        Assert.Contains($"{Out}: no findings", finished.Output, StringComparison.Ordinal);
        (await _program.RunAsync("flow", "check", Out)).Expect(0);
    }

    [Fact]
    public async Task Import_OverAFile_NeedsForce()
    {
        await File.WriteAllTextAsync(Out, "mine");

        var refused = (await _program.RunAsync("flow", "import", Legacy("architecture"), "-o", Out)).Expect(2);
        Assert.Equal("mine", await File.ReadAllTextAsync(Out));
        (await _program.RunAsync("flow", "import", Legacy("architecture"), "-o", Out, "--force")).Expect(0);

        Assert.Contains("--force", refused.Errors, StringComparison.Ordinal);
        Assert.NotEqual("mine", await File.ReadAllTextAsync(Out));
    }

    [Fact]
    public async Task Import_AsJson_GivesReportFindingsAndDocument()
    {
        var finished = (await _program.RunAsync("flow", "import", Legacy("no-next-node"), "--json")).Expect(1);

        var view = JsonElement.Parse(finished.Output);
        Assert.Equal("node_greeting", view.GetProperty("startNodeId").GetString());
        Assert.Contains(view.GetProperty("report").EnumerateArray(), entry =>
            entry.GetProperty("code").GetString() == "edge_not_followed" && entry.GetProperty("severity").GetString() == "decision");
        Assert.Contains(view.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("code").GetString() == "unreachable_node");
        Assert.True(view.GetProperty("document").TryGetProperty("drawflow", out _));
    }

    [Fact]
    public async Task Import_WithEdgesAndStart_FollowsThem()
    {
        var finished = (await _program.RunAsync("flow", "import", Legacy("no-next-node"), "--edges", "--start", "node_greeting", "-o", Out)).Expect(0);

        Assert.Contains("no findings", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfEveryVariant_MakesAnExportOrRefusesItByName()
    {
        var files = DocumentVariants.All.Select((variant, index) => (variant.Key, variant.Value.Code, Path: _program.Write($"{index}.json", variant.Value.Text)));
        await Parallel.ForEachAsync(files, async (file, _) => AssertVariant(file.Key, file.Code, await _program.RunAsync("flow", "import", file.Path)));
    }

    private static void AssertVariant(string variant, string? code, Finished finished)
    {
        if (code is null)
        {
            Assert.True(finished.ExitCode is 0 or 1, $"{variant}: {finished.ExitCode} {finished.Errors}");
            Assert.True(JsonElement.Parse(finished.Output).GetProperty("drawflow").TryGetProperty("Home", out var _), variant);
        }
        else
        {
            Assert.True(finished.ExitCode == 2 && finished.Errors.Contains($"{code}: ", StringComparison.Ordinal), $"{variant}: {finished.ExitCode} {finished.Errors}");
            Assert.Empty(finished.Output);
        }
    }

    public void Dispose() => _program.Dispose();
}
