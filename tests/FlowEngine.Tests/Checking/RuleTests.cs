using FlowEngine.Checking;
using FlowEngine.Drawflow;
using FlowEngine.Tests.Running.TestNodes;
using Xunit;

namespace FlowEngine.Tests.Checking;

/// <summary>Every rule with a flow that has its fault, and one that nearly has it.</summary>
public sealed class RuleTests
{
    public static TheoryData<string, string, string> Faults => new()
    {
        { "unknown_node_type b", "a welcome > b\nb sey > e\ne end", "a welcome > b\nb say > e\ne end" },
        { "configuration_invalid b", "a welcome > b\nb say {\"times\":\"x\"} > e\ne end", "a welcome > b\nb say {\"times\":\"3\"} > e\ne end" },
        { "configuration_unknown_member b", "a welcome > b\nb say {\"contents\":\"x\"} > e\ne end", "a welcome > b\nb say {\"content\":\"x\"} > e\ne end" },
        { "unreachable_node b", "a welcome > e\nb say > e\ne end", "a welcome > b\nb say > e\ne end" },
        { "unreachable_node b", "a welcome > e\nb jump {\"target\":\"e\"}\ne end", "a welcome > b\nb jump {\"target\":\"e\"}\ne end" },
        { "no_end_reachable b", "a welcome > b\nb say > c\nc say > b", "a welcome > b\nb say > c\nc ask > b" },
        { "no_end_reachable b", "a welcome > b\nb say > c\nc jump {\"target\":\"b\"}", "a welcome > b\nb say > c\nc jump {\"target\":\"e\"}\ne end" },
        { "port_not_connected b", "a welcome > b\nb ask > -, e\ne end", "a welcome > b\nb ask > e, -, -\ne end" },
        { "port_not_connected b", "a welcome > b\nb ask", "a welcome > b\nb ask > e\ne end" },
        {
            "port_not_connected b",
            "a welcome > b\nb choose {\"cases\":[{\"word\":\"x\",\"port\":\"output_2\"}]} > e, -\ne end",
            "a welcome > b\nb choose {\"cases\":[{\"word\":\"x\",\"port\":\"output_2\"}],\"default_port\":\"output_1\"} > e, e\ne end"
        },
        {
            "unknown_port b",
            "a welcome > b\nb choose {\"cases\":[{\"word\":\"x\",\"port\":\"output_1\"}]} > e, e\ne end",
            "a welcome > b\nb choose {\"cases\":[{\"word\":\"x\",\"port\":\"output_1\"}],\"default_port\":\"output_2\"} > e, e\ne end"
        },
        { "unknown_port b", "a welcome > b\nb say > e, e\ne end", "a welcome > b\nb boom > e, e\ne end" },
        { "unknown_jump_target j", "a welcome > j\nj jump {\"target\":\"E\"}\ne end", "a welcome > j\nj jump {\"target\":\"e\"}\ne end" },
        {
            "unknown_jump_target j",
            "a welcome > c\nc call {\"flow\":\"#Sub\"} > j\nj jump {\"target\":\"f\"}\n# Sub\ns say > f\nf end",
            "a welcome > c\nc call {\"flow\":\"#Sub\"} > j\nj jump {\"target\":\"e\"}\ne end\n# Sub\ns say > f\nf end"
        },
        {
            "unknown_sub_flow c",
            "a welcome > c\nc call {\"flow\":\"#Sup\"} > e\ne end\n# Sub\ns say > f\nf end",
            "a welcome > c\nc call {\"flow\":\"#Sub\"} > e\ne end\n# Sub\ns say > f\nf end"
        },
        {
            "unused_module",
            "a welcome > e\ne end\n# Sub\ns say > f\nf end",
            "a welcome > c\nc call {\"flow\":\"#Sub\"} > e\ne end\n# Sub\ns say > f\nf end"
        },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Rule_OnAFlowWithTheFault_FindsIt_AndNotOnTheOther(string expected, string faulty, string nearly)
    {
        Assert.Contains(expected, Checks.Found(Checks.Of(faulty)));
        Assert.DoesNotContain(expected.Split(' ')[0], Checks.Of(nearly).Findings.Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("a welcome > e\nb say > c\nc say > d\nd say > e\ne end", "unreachable_node b", 2)]
    [InlineData("a welcome > e\nb ask > c\nc ask > b\ne end", "unreachable_node b", 1)]
    [InlineData("a welcome > b\nb say > c\nc say > d\nd say > c", "no_end_reachable c", 3)]
    public void Consequences_OfOneCause_AreCountedAndNotListed(string flow, string cause, int consequences)
    {
        var code = cause.Split(' ')[0];

        var finding = Assert.Single(Checks.Of(flow, start: "a").Findings, finding => finding.Code == code);

        Assert.Equal((cause, consequences), ($"{finding.Code} {finding.NodeId}", finding.Consequences));
    }

    [Theory]
    [InlineData("a welcome > b\nb say > c\nc say", "port_not_connected c")]
    [InlineData("a welcome > j\nj jump {\"target\":\"E\"}\ne end", "unknown_jump_target j")]
    public void NoEnd_BehindAPathThatIsNotFinished_IsNotReportedBesideIt(string flow, string cause)
    {
        var found = Checks.Found(Checks.Of(flow));

        Assert.Contains(cause, found);
        Assert.DoesNotContain(found, finding => finding.StartsWith("no_end_reachable", StringComparison.Ordinal));
    }

    [Fact]
    public void SeveralConnections_OutOfOnePort_NameBothTargets()
    {
        var document = new DrawflowBuilder()
            .Node("a", "welcome").Node("b", "say").Node("c", "say").Node("e", "end", outputs: 0)
            .Connect("a", 1, "b").Connect("a", 1, "c").Connect("b", 1, "e").Connect("c", 1, "e")
            .Build();

        var finding = Assert.Single(FlowChecker.Check(document.ToJson(), new(TestRegistry.Make())).Findings);

        Assert.Equal("several_connections", finding.Code);
        Assert.Equal("/drawflow/Home/data/a/outputs/output_1", finding.Pointer);
        Assert.Contains("(b)", finding.Message, StringComparison.Ordinal);
        Assert.Contains("(c)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NodeType_NotAllowedToTheTenant_IsAnError()
    {
        const string flow = "a welcome > b\nb say > e\ne end";

        Assert.Equal(["node_type_not_allowed b"], Checks.Found(Checks.Of(flow, allowed: ["welcome", "end"])));
        Assert.Empty(Checks.Of(flow, allowed: ["welcome", "say", "end"]).Findings);
    }

    [Fact]
    public void SubFlow_ByName_IsCheckedWhereTheFlowsAreKnown()
    {
        const string flow = "a welcome > c\nc call {\"flow\":\"ordrs\"} > e\ne end";

        Assert.Empty(Checks.Of(flow).Findings);
        var finding = Assert.Single(Checks.Of(flow, flows: ["orders"]).Findings);
        Assert.Equal("unknown_sub_flow", finding.Code);
        Assert.Equal("Did you mean 'orders'?", finding.Fix);
        Assert.Equal("/drawflow/Home/data/c/data/flow", finding.Pointer);
        Assert.Empty(Checks.Of(flow, flows: ["ordrs"]).Findings);
    }

    [Fact]
    public void Misspelt_TypeMemberAndTarget_AreSuggested()
    {
        var result = Checks.Of("a welcome > b\nb sai {\"x\":1} > c\nc say {\"contnt\":\"x\"} > j\nj jump {\"target\":\"node_two\"}\nnode_2 end");

        Assert.Equal(
            ["Did you mean 'say'?", "Did you mean 'content'?"],
            result.Findings.Where(finding => finding.Fix.StartsWith("Did", StringComparison.Ordinal)).Select(finding => finding.Fix).Take(2));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{\"drawflow\":{}}")]
    [InlineData("{\"drawflow\":{\"Home\":{\"data\":[]}}}")]
    [InlineData("{\"drawflow\":{\"Home\":{\"data\":{\"1\":{}}}}}")]
    public void Check_OnAnyText_FindsAnErrorAndNeverThrows(string json) =>
        Assert.True(FlowChecker.Check(json, new(TestRegistry.Make())).HasErrors);

    [Fact]
    public void Pointer_OfAModuleWithASlash_IsEscaped() =>
        Assert.Equal("/drawflow/a~1b", Assert.Single(Checks.Of("a welcome > e\ne end\n# a/b\ns say > f\nf end").Findings).Pointer);
}
