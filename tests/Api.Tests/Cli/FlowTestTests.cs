using System.Text.Json;
using System.Xml.Linq;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Testing.Scripts;

namespace FlowEngine.Api.Tests.Cli;

public sealed class FlowTestTests : IDisposable
{
    private readonly CommandLine _program = new();

    [Fact]
    public async Task Test_OfSampleFlows_HoldsAndCoversEverything()
    {
        var finished = (await _program.RunAsync(
            "flow", "test", CommandLine.Sample("lead-capture"), CommandLine.Sample("shop-assistant"), "--coverage", "--min-coverage", "100")).Expect(0);

        Assert.DoesNotContain("FAIL", finished.Output, StringComparison.Ordinal);
        Assert.Equal(2, finished.Output.Split("covered 100%").Length - 1);
    }

    [Fact]
    public async Task Test_ThatDoesNotHold_IsReportedInTextJsonAndXml()
    {
        var flow = _program.Write("asking.json", SmallFlows.Asking());
        _program.Write("asking.conversation.json", """{ "name": "city", "turns": [{ "say": "a", "expect": { "text": "Which town?" } }] }""");
        var report = Path.Combine(_program.Folder, "report.xml");

        var text = (await _program.RunAsync("flow", "test", flow, "--junit", report)).Expect(1);
        var json = (await _program.RunAsync("flow", "test", flow, "--json")).Expect(1);

        Assert.Contains("turn 1 \"a\", line 1: text", text.Output, StringComparison.Ordinal);
        Assert.Contains("- Which town?", text.Output, StringComparison.Ordinal);
        Assert.Contains("+ Which city?", text.Output, StringComparison.Ordinal);
        var failure = JsonElement.Parse(json.Output)[0].GetProperty("tests")[0].GetProperty("failures")[0];
        Assert.Equal(("Which town?", "Which city?"), (failure.GetProperty("expected").GetString(), failure.GetProperty("actual").GetString()));
        var suite = XDocument.Load(report).Root!.Element("testsuite")!;
        Assert.Equal("1", suite.Attribute("failures")!.Value);
        Assert.Contains("Which town?", suite.Element("testcase")!.Element("failure")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_WithMisspeltMember_NamesLineAndNearName()
    {
        _program.Write("asking.json", SmallFlows.Asking());
        var test = _program.Write("asking.typo.conversation.json", "{ \"name\": \"x\",\n \"turns\": [{ \"say\": \"a\",\n \"expct\": {} }] }");

        var finished = (await _program.RunAsync("flow", "test", test)).Expect(2);

        Assert.Contains("line 3 at /turns/0/expct", finished.Output, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'expect'?", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_WithoutTestsOrWithLittleCoverage_Fails()
    {
        var flow = _program.Write("asking.json", SmallFlows.Asking());
        (await _program.RunAsync("flow", "test", flow)).Expect(1);
        _program.Write("asking.conversation.json", """{ "name": "city", "turns": [{ "say": "a" }] }""");

        (await _program.RunAsync("flow", "test", flow)).Expect(0);
        var finished = (await _program.RunAsync("flow", "test", flow, "--min-coverage", "90", "--coverage")).Expect(1);

        Assert.Contains("not covered: collect_data (1), gave_up (connected to nothing)", finished.Output, StringComparison.Ordinal);
        (await _program.RunAsync("flow", "test", Path.Combine(_program.Folder, "none.json"))).Expect(2);
    }

    [Fact]
    public async Task Generate_ForFlowWithoutTests_WritesTestsThatHold()
    {
        var flow = _program.Write("asking.json", SmallFlows.Asking());

        (await _program.RunAsync("flow", "test", flow, "--generate", "--min-coverage", "100")).Expect(0);
        var again = (await _program.RunAsync("flow", "test", flow, "--min-coverage", "100")).Expect(0);

        Assert.Contains("generated 1", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Try_OverTwoTurns_ShowsWhatEachStepChanges()
    {
        var flow = _program.Write("asking.json", SmallFlows.Asking());
        var state = Path.Combine(_program.Folder, "state.json");

        var first = (await _program.RunAsync("flow", "try", flow, "--message", "hello", "--state", state)).Expect(0);
        var second = (await _program.RunAsync("flow", "try", flow, "--message", "Izmir", "--state", state)).Expect(0);
        var node = (await _program.RunAsync("flow", "try", flow, "--node", "2", "--set", "city=Bursa", "--json")).Expect(0);

        Assert.Contains("[waits at node 1]", first.Output, StringComparison.Ordinal);
        Assert.Contains("conversation.city: nothing -> \"Izmir\"", second.Output, StringComparison.Ordinal);
        Assert.Contains("[the flow has ended]", second.Output, StringComparison.Ordinal);
        Assert.Equal("You said Bursa.", JsonElement.Parse(node.Output).GetProperty("messages")[0].GetProperty("content").GetString());
        (await _program.RunAsync("flow", "try", flow, "--node", "2", "--set", "city")).Expect(2);
    }

    [Fact]
    public async Task Example_OfThePageOnTestingFlows_Holds()
    {
        File.Copy(CommandLine.Sample("lead-capture"), Path.Combine(_program.Folder, "lead-capture.drawflow.json"));
        var page = await File.ReadAllTextAsync(Path.Combine(Docs(), "testing-flows.md"));
        var test = _program.Write("lead-capture.page.conversation.json", page.Split("```json")[1].Split("```")[0]);

        (await _program.RunAsync("flow", "test", test)).Expect(0);
    }

    [Fact]
    public async Task Schema_InTheDocs_IsTheOneOfTheProgram()
    {
        var file = Path.Combine(Docs(), "flow-test.schema.json");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(file, FlowTestSchema.Text() + "\n");
        }

        Assert.Equal(FlowTestSchema.Text(), (await File.ReadAllTextAsync(file)).TrimEnd());
    }

    public void Dispose() => _program.Dispose();

    private static string Docs()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FlowEngine.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "docs");
    }
}
