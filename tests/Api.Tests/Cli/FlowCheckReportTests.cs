using System.Diagnostics;
using System.Text.Json;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Cli;

/// <summary>What <c>flow check</c> writes for other programs, and how it watches.</summary>
public sealed class FlowCheckReportTests : IDisposable
{
    private readonly CommandLine _program = new();

    [Fact]
    public async Task Sarif_OfAFaultyFlow_HasWhatTheStandardRequiresAndThePlaceInTheFile()
    {
        var file = _program.Write("faulty flow.json", SmallFlows.Faulty().Replace(",\"", ",\n\"", StringComparison.Ordinal));

        var finished = (await _program.RunAsync("flow", "check", "faulty flow.json", CommandLine.Sample("lead-capture"), "--sarif")).Expect(1);

        var log = JsonElement.Parse(finished.Output);
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        Assert.EndsWith("sarif-schema-2.1.0.json", log.GetProperty("$schema").GetString(), StringComparison.Ordinal);
        var run = log.GetProperty("runs")[0];
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.NotEmpty(driver.GetProperty("name").GetString()!);
        var rules = driver.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()).ToList();
        Assert.Equal(rules.Distinct(), rules);
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.NotEmpty(results);
        var lines = await File.ReadAllLinesAsync(file);
        Assert.All(results, result => AssertRequired(result, rules));
        var unknown = results.Single(result => result.GetProperty("ruleId").GetString() == "unknown_node_type");
        var place = unknown.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("faulty%20flow.json", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        var region = place.GetProperty("region");
        Assert.StartsWith("\"name\"", lines[region.GetProperty("startLine").GetInt32() - 1][(region.GetProperty("startColumn").GetInt32() - 1)..], StringComparison.Ordinal);
        Assert.EndsWith("/name", unknown.GetProperty("locations")[0].GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sarif_WithoutFindings_HasARunWithoutResults()
    {
        var finished = (await _program.RunAsync("flow", "check", CommandLine.Sample("lead-capture"), "--sarif")).Expect(0);

        Assert.Equal(0, JsonElement.Parse(finished.Output).GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    [Theory]
    [InlineData("--json", "--sarif")]
    [InlineData("--watch", "--sarif")]
    [InlineData("--watch", "--repair")]
    public async Task Check_WithOptionsThatExcludeEachOther_SaysSo(string one, string other)
    {
        var finished = (await _program.RunAsync("flow", "check", CommandLine.Sample("lead-capture"), one, other)).Expect(2);

        Assert.Contains("exclude each other", finished.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schema_ToAFile_IsOneOfJsonSchema202012()
    {
        var written = (await _program.RunAsync("flow", "schema", "-o", "flow.schema.json")).Expect(0);
        var printed = (await _program.RunAsync("flow", "schema")).Expect(0);

        var text = await File.ReadAllTextAsync(Path.Combine(_program.Folder, "flow.schema.json"));
        Assert.Equal("", written.Output);
        Assert.Equal(text, printed.Output);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", JsonElement.Parse(text).GetProperty("$schema").GetString());
    }

    [Fact]
    public async Task Watch_AFileThatIsReplaced_ChecksAgainAndEndsWhenItIsTold()
    {
        var file = _program.Write("watched.json", SmallFlows.Saying("x"));
        using var process = _program.Start("flow", "check", file, "--watch");
        await ReadUntilAsync(process, "Waiting for changes");

        File.Delete(file);
        var other = _program.Write("other.json", SmallFlows.Faulty());
        File.Move(other, file);

        Assert.Contains("unknown_node_type", await ReadUntilAsync(process, "Waiting for changes"), StringComparison.Ordinal);

        // As Ctrl+C does. That one's signal is ignored where whoever starts the tests ignores it, as nohup and some build servers do.
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
            await kill.ExitedAsync("kill -TERM");
        }

        await process.ExitedAsync("flow check --watch, told to end,");
        Assert.Equal(0, process.ExitCode);
    }

    public void Dispose() => _program.Dispose();

    private static void AssertRequired(JsonElement result, List<string?> rules)
    {
        Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
        Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()]);
        Assert.Contains(result.GetProperty("level").GetString(), new[] { "error", "warning" });
        var region = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
        Assert.True(region.GetProperty("startLine").GetInt32() >= 1 && region.GetProperty("startColumn").GetInt32() >= 1);
    }

    private static async Task<string> ReadUntilAsync(Process process, string end)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            lines.Add(line);
            if (line.StartsWith(end, StringComparison.Ordinal))
            {
                return string.Join('\n', lines);
            }
        }

        throw new InvalidOperationException($"It ended without '{end}': {string.Join('\n', lines)}{await process.StandardError.ReadToEndAsync(patience.Token)}");
    }
}
