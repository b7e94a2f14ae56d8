using FlowEngine.Checking;
using FlowEngine.Nodes.Tests.Harness;
using Xunit;

namespace FlowEngine.Nodes.Tests.Checking;

/// <summary>Documents made to cost as much as they can: a finding or a refusal, in memory that grows no faster than the document.</summary>
public sealed class HostileFlowTests
{
    private readonly CheckContext _context = new(new TestWorld().Registry, Languages: ["tr", "en"]);

    [Fact]
    public void Check_TenMegabytesOfOneText_IsAFinding() =>
        Assert.Equal("text_too_long", Only(Document(Node("1", "message", $$"""{"content":"{{new string('x', 9_000_000)}}"}"""))));

    [Fact]
    public void Check_MoreThanTenMegabytes_IsRefused() =>
        Assert.Equal("too_large", Only(Document(Node("1", "message", $$"""{"content":"{{new string('x', 11_000_000)}}"}"""))));

    [Fact]
    public void Check_AThousandLevels_IsRefused() =>
        Assert.Equal("too_deep", Only(Document(Node("1", "message", $$"""{"content":{{new string('[', 1000)}}{{new string(']', 1000)}}}"""))));

    [Fact]
    public void Check_HundredThousandNodes_IsRefused() =>
        Assert.Equal("too_many_nodes", Only(Document([.. Enumerable.Range(1, 100_000).Select(i => $"\"{i}\":{{}}")])));

    [Fact]
    public void Check_DuplicateNames_IsRefused() =>
        Assert.Equal("duplicate_name", Only(Document(Node("1", "end", "{}"), Node("1", "end", "{}"))));

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("(x{1,400}){1,400}")]
    [InlineData("((((((((((a{9}){9}){9}){9}){9}){9}){9}){9}){9}){9})")]
    [InlineData(@"(\\w+)\\1")]
    [InlineData("(?=a)b")]
    [InlineData("[")]
    public void Check_HostilePatterns_AreRefusedOrRunInLinearTime(string pattern)
    {
        var findings = RuleFlow.Check(
            $"q collect_data {{\"prompt\":\"?\",\"timeout_minutes\":5,\"validation_regex\":\"{pattern}\"}} > c, e, e\n" +
            $"c condition {{\"left\":\"message\",\"op\":\"matches\",\"right\":\"{pattern}\"}} > e, e\ne end");

        // Without going back, the first one is harmless.
        Assert.Equal(pattern == "(a+)+$" ? [] : ["q configuration_invalid", "c condition_invalid"], findings
            .Where(finding => finding.Severity == Severity.Error && finding.Code.EndsWith("_invalid", StringComparison.Ordinal))
            .Select(finding => $"{finding.NodeId} {finding.Code}"));
    }

    [Fact]
    public void Check_ManyPatterns_IsAFindingWhereTheyBecomeTooMany()
    {
        var nodes = Enumerable.Range(1, 300).Select(i => Node($"{i}", "condition", $$"""{"left":"message","op":"matches","right":"(\\w|\\d|[^a-z]){1,30}{{i}}"}"""));

        var findings = FlowChecker.Check(Document([.. nodes]), _context).Findings;

        Assert.InRange(findings.Count(finding => finding.Code == "too_many_patterns"), 100, 299);
        Assert.DoesNotContain(findings, finding => finding.Code == "condition_invalid");
    }

    [Theory]
    [InlineData("# A\nb sub_flow {\"flow\":\"#A\"} > c, c\nc end")]
    [InlineData("# A\nb sub_flow {\"flow\":\"#B\"} > c, c\nc end\n# B\nd sub_flow {\"flow\":\"#A\"} > f, f\nf end")]
    public void Check_ModulesThatCallThemselves_AreGoneThroughOnce(string modules) =>
        Assert.All(RuleFlow.Check($"w welcome {{\"welcome_message\":\"Hi\"}} > s\ns sub_flow {{\"flow\":\"#A\"}} > e, e\ne end\n{modules}"), finding => Assert.NotEmpty(finding.Fix));

    [Fact]
    public void Check_ManyNodes_CostsInProportion()
    {
        var (small, large) = (Allocated(Chain(1_000)), Allocated(Chain(8_000)));

        Assert.InRange(large, 0, small * 12);
    }

    [Fact]
    public void Check_ASwitchOfManyCases_CostsNoMoreThanItsShare()
    {
        var (small, large) = (Allocated(Switch(300)), Allocated(Switch(6_000)));

        Assert.InRange(large, 0, small * 40);
    }

    [Fact]
    public void Check_ConditionsMadeToBeHardToProve_StopSomewhere()
    {
        var any = string.Join(',', Enumerable.Range(0, 90).Select(i =>
            $$"""{"any":[{"left":"a{{i}}","op":"equals","right":{{i}}},{"left":"c","op":"contains","right":"x{{i}}"},{"left":"d","op":"has_keyword","right":["k{{i}}"]}]}"""));
        var nodes = Enumerable.Range(1, 60).Select(i => Node($"{i}", "condition", $$"""{"all":[{{any}}]}"""));

        Assert.InRange(Allocated(Document([.. nodes])), 0, 1_500_000_000);
    }

    private string Only(string json) => Assert.Single(FlowChecker.Check(json, _context).Findings).Code;

    private long Allocated(string json)
    {
        FlowChecker.Check(json, _context);
        var before = GC.GetAllocatedBytesForCurrentThread();
        FlowChecker.Check(json, _context);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Chain(int count) => Document(
    [
        .. Enumerable.Range(1, count).Select(i => Node(
            $"{i}", "message", "{\"content\":{\"tr\":\"Selam {{conversation.name}}\",\"en\":\"Hi {{conversation.name}}\"}}", i > 1 ? i - 1 : null, i < count ? i + 1 : null)),
    ]);

    private static string Switch(int cases)
    {
        var all = string.Join(',', Enumerable.Range(1, cases).Select(i =>
            $$$"""{"when":{"left":"message","op":"has_keyword","right":["w{{{i}}}"]},"port":"output_{{{i}}}"}"""));
        return Document(Node("1", "switch", $$"""{"cases":[{{all}}]}"""));
    }

    private static string Node(string id, string type, string data, int? from = null, int? to = null)
    {
        var inputs = from is null ? "" : $$"""{"connections":[{"node":"{{from}}","input":"output_1"}]}""";
        var outputs = to is null ? "" : $$"""{"connections":[{"node":"{{to}}","output":"input_1"}]}""";
        return $$"""
            "{{id}}":{"id":"{{id}}","name":"{{type}}","data":{{data}},"class":"","html":"","typenode":false,"pos_x":0,"pos_y":0,
            "inputs":{{(from is null ? "{}" : $"{{\"input_1\":{inputs}}}")}},"outputs":{{(to is null ? "{}" : $"{{\"output_1\":{outputs}}}")}}}
            """;
    }

    private static string Document(params string[] nodes) => "{\"drawflow\":{\"Home\":{\"data\":{" + string.Join(',', nodes) + "}}}}";
}
