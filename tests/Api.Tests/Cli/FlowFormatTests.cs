using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Cli;

public sealed class FlowFormatTests : IDisposable
{
    private const string Short = """
        {"drawflow":{"Home":{"data":{
          "a":{"name":"message","data":{"content":"Grüße 😀"},"outputs":{"output_1":{"connections":[{"node":"b","output":"input_1"}]}}},
          "b":{"name":"end"}}}}}
        """;

    private readonly CommandLine _program = new();

    [Fact]
    public async Task Format_ShortForm_IsAFlowWithoutFindings()
    {
        var file = _program.Write("short.json", Short);
        var output = Path.Combine(_program.Folder, "full.json");

        Assert.Contains("missing_member", (await _program.RunAsync("flow", "check", file)).Expect(0).Output, StringComparison.Ordinal);
        (await _program.RunAsync("flow", "format", file, "-o", output)).Expect(0);

        Assert.Contains("no findings", (await _program.RunAsync("flow", "check", output)).Expect(0).Output, StringComparison.Ordinal);
        Assert.Contains("Grüße 😀", await File.ReadAllTextAsync(output), StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllTextAsync(output), (await _program.RunAsync("flow", "format", output)).Expect(0).Output);
    }

    [Fact]
    public async Task Format_NoFlow_SaysWhatItIsNot()
    {
        var finished = (await _program.RunAsync("flow", "format", _program.Write("no.json", "[1]"))).Expect(2);

        Assert.Contains("not a Drawflow export", finished.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WithRepair_FixesAMisspeltType()
    {
        var file = _program.Write("faulty.json", SmallFlows.Faulty());

        var finished = (await _program.RunAsync("flow", "check", file, "--repair")).Expect(0);

        Assert.Contains("unknown_node_type at /drawflow/Home/data/1/name was fixed: it is message now.", finished.Output, StringComparison.Ordinal);
        Assert.Contains("\"message\"", await File.ReadAllTextAsync(Path.Combine(_program.Folder, "faulty.repaired.json")), StringComparison.Ordinal);
    }

    public void Dispose() => _program.Dispose();
}
