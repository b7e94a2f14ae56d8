using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Drawflow;

namespace FlowEngine.Api.Tests.Cli;

public sealed class CompareRunTests : IDisposable
{
    private const string Question = "Forklift fiyatları nedir?";

    private const string Gate =
        """{"version": 1, "minConversations": 10, "minFloorConversations": 10, "resamples": 400, "maxExcessMismatch": 0.5}""";

    private readonly CommandLine _program = new();

    [Fact]
    public async Task Run_AtOneTime_ComparesEachTurnEachWay_AlikeEachTime_AndLeavesNothing()
    {
        var input = _program.Write("talks.ndjson", string.Join('\n', Talk("a", "Merhaba", "En ucuz transpalet hangisi?"), Talk("b", "Adresim ayse@example.com")));
        string[] run = ["compare", "run", "--input", input, "--free", "--at", "2026-03-01T10:00:00Z", "--json"];

        var first = (await _program.RunAsync([.. run, "--output", Path("first.ndjson")])).Expect(0);
        var second = (await _program.RunAsync([.. run, "--output", Path("second.ndjson"), "--parallel", "2"])).Expect(0);

        Assert.Equal(first.Output, second.Output);
        Assert.Equal(await File.ReadAllTextAsync(Path("first.ndjson")), await File.ReadAllTextAsync(Path("second.ndjson")));
        Assert.Contains("2 of 2 conversations", first.Errors, StringComparison.Ordinal);
        Assert.Equal(9, JsonElement.Parse(first.Output).GetProperty("summary").GetProperty("turns").GetInt32());
        var lines = await LinesAsync("first.ndjson");
        Assert.Equal(
            ["a:1", "a:1:free", "a:1:itself", "a:2", "a:2:free", "a:2:itself", "b:1", "b:1:free", "b:1:itself"],
            lines.Select(line => line.GetProperty("id").GetString()));
        Assert.All(lines.Where(line => line.GetProperty("kind").GetString() == "aa"), line => Assert.Equal("matched", line.GetProperty("result").GetString()));
        Assert.Equal("Adresim [email]", lines[6].GetProperty("message").GetString());
        Assert.Equal(
            [Path("first.ndjson"), Path("second.ndjson"), input], Directory.GetFileSystemEntries(_program.Folder).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Run_OfAFlowThatSaysAnotherPrice_FindsItAndFailsTheGate()
    {
        var input = _program.Write("talks.ndjson", string.Join('\n', Enumerable.Range(1, 12).Select(i => Talk($"t{i}", Question))));
        var gate = _program.Write("gate.json", Gate);
        var said = await AnswerOfV1Async(input);
        var right = _program.Write("right.json", SmallFlows.Saying(said));
        var wrong = _program.Write("wrong.json", SmallFlows.Saying(Dearer(said)));

        var passed = (await RunAsync(input, right, "--gate", gate)).Expect(0);
        var failed = (await RunAsync(input, wrong, "--gate", gate, "--html", Path("report.html"), "--output", Path("wrong.ndjson"))).Expect(1);
        var few = (await RunAsync(input, wrong, "--gate", _program.Write("large.json", Gate.Replace("\"minConversations\": 10", "\"minConversations\": 50", StringComparison.Ordinal)))).Expect(2);

        Assert.Contains("The gate is passed.", passed.Output, StringComparison.Ordinal);
        Assert.Matches(@"mismatched +12 +50\.0 %", failed.Output);
        Assert.Matches(@"major +12 +50\.0 %", failed.Output);
        Assert.Contains("The gate fails.", failed.Output, StringComparison.Ordinal);
        Assert.Contains("There is not enough data for the gate.", few.Output, StringComparison.Ordinal);
        Assert.All((await LinesAsync("wrong.ndjson")).Where(line => line.GetProperty("kind").GetString() == "ab"), line => Assert.Equal("entities", line.GetProperty("decidedBy").GetString()));
        AssertLoadsNothing(await File.ReadAllTextAsync(Path("report.html")));
    }

    [Fact]
    public async Task Run_WithV2AsControl_KeepsItsWalkAndComparesV1WithIt()
    {
        var flow = _program.Write("asking.json", SmallFlows.Asking());
        var input = _program.Write("talks.ndjson", Talk("a", "hello", "Izmir"));

        (await RunAsync(input, flow, "--control", "v2", "--output", Path("out.ndjson"))).Expect(0);

        var turns = (await LinesAsync("out.ndjson")).Where(line => line.GetProperty("kind").GetString() == "ab").ToList();
        Assert.Equal(["waiting", "ended"], turns.Select(line => line.GetProperty("control").GetProperty("status").GetString()));
        Assert.Equal("Izmir", turns[1].GetProperty("control").GetProperty("captured").GetProperty("city").GetString());
        Assert.All(turns, line => Assert.Equal("v1", line.GetProperty("candidate").GetProperty("engine").GetString()));
    }

    [Fact]
    public async Task Run_OfAFaultyLineGateFlowOrTenant_SaysWhichAndWhere()
    {
        var input = _program.Write("talks.ndjson", Talk("a", "hello"));
        var bad = _program.Write("bad.ndjson", Talk("a", "hello") + "\n{\"id\":\"b\"}\n");
        var gate = _program.Write("gate.json", "{\n  \"version\": 1,\n  \"minConversatons\": 10\n}");
        var flow = _program.Write("faulty.json", SmallFlows.Faulty());

        Assert.Contains("bad.ndjson, line 2: it takes", (await _program.RunAsync("compare", "run", "--input", bad)).Expect(2).Errors, StringComparison.Ordinal);
        var misspelt = (await _program.RunAsync("compare", "run", "--input", input, "--gate", gate)).Expect(2);
        Assert.Contains("line 3, column 3: 'minConversatons' is not a field", misspelt.Errors, StringComparison.Ordinal);
        Assert.Contains("unknown_node_type", (await RunAsync(input, flow)).Expect(2).Errors, StringComparison.Ordinal);
        Assert.Contains("'nowhere'", (await RunAsync(input, "nowhere")).Expect(2).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_OfRecordedConversations_SaysWhichShareTheFlowHandles()
    {
        var flow = _program.Write("switch.json", Switching());
        var input = _program.Write("talks.ndjson", string.Join('\n', Enumerable.Range(1, 4).SelectMany(i => new[]
        {
            Talk($"price{i}", "forklift price please"), Talk($"job{i}", "internship vacancy application"),
        })));

        var text = (await _program.RunAsync("compare", "coverage", "--input", input, "--flow", flow)).Expect(0);
        var json = JsonElement.Parse((await _program.RunAsync("compare", "coverage", "--input", input, "--flow", flow, "--json")).Expect(0).Output);

        Assert.Contains("The flow handles 50.0 %", text.Output, StringComparison.Ordinal);
        Assert.Contains("4 are not handled.", text.Output, StringComparison.Ordinal);
        var reason = json.GetProperty("intents").EnumerateArray().SelectMany(intent => intent.GetProperty("outcomes").EnumerateArray())
            .SelectMany(outcome => outcome.GetProperty("reasons").EnumerateArray()).Single();
        Assert.Equal(("default at node 1", 4), (reason.GetProperty("name").GetString(), reason.GetProperty("count").GetInt32()));
        Assert.Equal([1.0, 0.0], json.GetProperty("intents").EnumerateArray().Select(intent => intent.GetProperty("share").GetDouble()).OrderDescending());
    }

    public void Dispose() => _program.Dispose();

    internal static void AssertLoadsNothing(string page)
    {
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);

        // What the engines said is text, whatever it names.
        page = Regex.Replace(page, "<p class=\"said\">[^<]*</p>", "", RegexOptions.None, TimeSpan.FromSeconds(5));

        // A namespace is a name, not an address that is loaded.
        page = page.Replace("xmlns=\"http://www.w3.org/2000/svg\"", "", StringComparison.Ordinal);
        foreach (var reference in new[] { "http://", "https://", "//cdn", "src=", "<link", "<script", "url(", "@import" })
        {
            Assert.DoesNotContain(reference, page, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static string Talk(string id, params string[] turns) => JsonSerializer.Serialize(new { id, turns });

    private static string Switching() => new DrawflowBuilder()
        .Node("1", "switch", JsonNode.Parse("""{"cases":[{"when":{"left":"message","op":"has_keyword","right":["price"]},"port":"output_1"}],"default_port":"output_2"}""")!.AsObject(), outputs: 2)
        .Node("2", "message", new() { ["content"] = "Here." }).Node("3", "end", outputs: 0)
        .Connect("1", 1, "2").Connect("1", 2, "2").Connect("2", 1, "3").Build().ToJson();

    /// <summary>With its first amount ten times as high.</summary>
    private static string Dearer(string said)
    {
        var dearer = Regex.Replace(said, @"\d{1,3}(\.\d{3})+", "9$0", RegexOptions.None, TimeSpan.FromSeconds(5));
        Assert.NotEqual(said, dearer);
        return dearer;
    }

    private string Path(string name) => System.IO.Path.Combine(_program.Folder, name);

    private Task<Finished> RunAsync(string input, string flow, params string[] more) =>
        _program.RunAsync(["compare", "run", "--input", input, "--flow", flow, .. more]);

    private async Task<string> AnswerOfV1Async(string input)
    {
        (await RunAsync(input, _program.Write("any.json", SmallFlows.Saying("Any")), "--against-itself", "0", "--output", Path("any.ndjson"))).Expect(0);
        return (await LinesAsync("any.ndjson"))[0].GetProperty("control").GetProperty("messages")[0].GetProperty("content").GetString()!;
    }

    private async Task<IReadOnlyList<JsonElement>> LinesAsync(string name) =>
        [.. (await File.ReadAllLinesAsync(Path(name))).Select(line => JsonElement.Parse(line))];
}
