using System.Text.Json;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Cli;

public sealed class FlowCheckTests : IDisposable
{
    private readonly CommandLine _program = new();

    [Fact]
    public async Task Check_OfSamples_FindsNoErrorsAndSaysWhatWasNotChecked()
    {
        var finished = (await _program.RunAsync("flow", "check", CommandLine.Sample("shop-assistant"), CommandLine.Sample("lead-capture"))).Expect(0);

        Assert.Contains("Not checked without --tenant", finished.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(_program.Database.FilePath));
    }

    [Fact]
    public async Task Check_OfFaultyFlow_NamesTheNodeAndTheFix()
    {
        var file = _program.Write("faulty.json", SmallFlows.Faulty().Replace("\"content\":\"Hi\"", "\"label\":\"Grüße\",\"content\":\"Hi\"", StringComparison.Ordinal));

        var finished = (await _program.RunAsync("flow", "check", file)).Expect(1);

        Assert.Contains("error unknown_node_type in 'Grüße' (node 1)", finished.Output, StringComparison.Ordinal);
        Assert.Contains("fix: Did you mean 'message'?", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfFaultyTemplate_NamesTheMemberAndWhatATemplateIs()
    {
        var file = _program.Write("filter.json", SmallFlows.Saying("{{message | upcase}}"));

        var finished = (await _program.RunAsync("flow", "check", file)).Expect(1);

        Assert.Matches("error template_invalid in .* at (welcome_message|content): ", finished.Output);
        Assert.Contains("fix: Write text, with {{name}}", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_AsJson_GivesEachFilesFindings()
    {
        var file = _program.Write("faulty.json", SmallFlows.Faulty());

        var finished = (await _program.RunAsync("flow", "check", file, CommandLine.Sample("lead-capture"), "--json")).Expect(1);

        var files = JsonElement.Parse(finished.Output).GetProperty("files");
        Assert.Equal(file, files[0].GetProperty("file").GetString());
        Assert.Contains(files[0].GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("nodeId").GetString() == "1");
        Assert.Equal(0, files[1].GetProperty("errors").GetInt32());
    }

    [Fact]
    public async Task Check_WithRepair_WritesBesideTheFile()
    {
        var text = SmallFlows.Saying("x");
        var oneEnded = text.Replace("""{"node":"1","input":"output_1"}""", "", StringComparison.Ordinal);
        var file = _program.Write("one-ended.json", oneEnded);

        var finished = await _program.RunAsync("flow", "check", file, "--repair");

        finished.Expect(0);
        Assert.NotEqual(text, oneEnded);
        Assert.Equal(oneEnded, await File.ReadAllTextAsync(file));
        Assert.Contains("\"output_1\"", await File.ReadAllTextAsync(Path.Combine(_program.Folder, "one-ended.repaired.json")), StringComparison.Ordinal);
        Assert.Contains("repaired:", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ForTenant_KnowsItsFlowsAndSwitches()
    {
        await using var service = await ServiceFixture.StartAsync();
        var file = _program.Write("calling.json", SmallFlows.Calling("nowhere"));
        var setting = $"--FlowEngine:Database:ConnectionString=Data Source={service.Database.FilePath}";

        var finished = (await _program.RunAsync("flow", "check", file, "--tenant", "demo", setting)).Expect(1);
        var unknown = (await _program.RunAsync("flow", "check", file, "--tenant", "nobody", setting)).Expect(1);

        Assert.Contains("unknown_sub_flow", finished.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Not checked", finished.Output, StringComparison.Ordinal);
        Assert.Contains("'nobody'", unknown.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _program.Dispose();
}
