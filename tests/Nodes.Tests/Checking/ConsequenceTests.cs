using System.Text.Json.Nodes;
using FlowEngine.Checking;
using FlowEngine.Drawflow;
using FlowEngine.Nodes.Tests.Flows;
using FlowEngine.Nodes.Tests.Harness;
using Xunit;

namespace FlowEngine.Nodes.Tests.Checking;

/// <summary>A cause is reported with the number of its consequences; what is mechanical can be applied.</summary>
public sealed class ConsequenceTests
{
    private static readonly CheckContext s_context = new(new TestWorld().Registry);

    [Theory]
    [InlineData("shop-assistant")]
    [InlineData("lead-capture")]
    public void Check_SampleFlowWithoutItsInputs_IsTakenAsTheShortForm(string name)
    {
        var result = FlowChecker.Check(Without(name, "inputs"), s_context);

        Assert.Equal(["missing_member"], result.Findings.Select(finding => finding.Code));
        Assert.Equal(FlowChecker.Check(SampleFlow.Text(name), s_context).StartNodeId, result.StartNodeId);
        Assert.NotNull(result.Document);
    }

    [Fact]
    public void Check_ConnectionsThatLackTheirEnds_AreTheOnlyFindings()
    {
        var result = FlowChecker.Check(Emptied("lead-capture"), s_context);

        Assert.All(result.Findings, finding => Assert.Equal("one_ended_connection", finding.Code));
        Assert.Null(result.Document);
        Assert.Equal(Severity.Error, result.Findings[0].Severity);
        Assert.True(result.Findings[0].Consequences > 10, $"{result.Findings[0].Consequences} consequences");
        Assert.Contains($"{result.Findings[0].Consequences} findings are not listed", result.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_AFaultBesideAOneEndedConnection_IsStillListed()
    {
        var json = Emptied("lead-capture").Replace("\"collect_data\"", "\"collect_date\"", StringComparison.Ordinal);

        var codes = FlowChecker.Check(json, s_context).Findings.Select(finding => finding.Code).ToHashSet();

        Assert.Superset(new HashSet<string> { "one_ended_connection", "unknown_node_type" }, codes);
    }

    /// <summary>Every edit is applied alone, and what it fixes is gone when the flow is checked again.</summary>
    [Fact]
    public void Edits_OfOneEndedConnections_LeaveASoundFlowWhenAllAreApplied()
    {
        var json = Emptied("shop-assistant");
        var findings = FlowChecker.Check(json, s_context).Findings;
        Assert.NotEmpty(findings);
        while (findings.FirstOrDefault(finding => finding.Edits.Count > 0) is { } next)
        {
            json = JsonPatch.Apply(JsonNode.Parse(json)!, next.Edits).ToJsonString();
            var after = FlowChecker.Check(json, s_context).Findings;
            Assert.DoesNotContain(after, finding => (finding.Code, finding.Pointer) == (next.Code, next.Pointer));
            findings = after;
        }

        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("m mesage {\"content\":\"Hi\"} > e\ne end", "unknown_node_type", "message")]
    [InlineData("m message {\"contnt\":\"Hi\",\"kind\":\"text\"} > e\ne end", "configuration_unknown_member", "content")]
    [InlineData("w welcome {\"welcome_mesage\":\"Hi\"} > e\ne end", "configuration_invalid", "welcome_message")]
    [InlineData("m message {\"content\":\"Hi\"} > s\ns sub_flow {\"flow\":\"#Contct\",\"on_error\":\"fail\"} > e\ne end\n# Contact\nc message {\"content\":\"Ho\"} > d\nd end", "unknown_sub_flow", "#Contact")]
    [InlineData("m message {\"content\":\"Hi\"} > ask_name\nask_name message {\"content\":\"Ho\"} > j, e\nj jump {\"target\":\"ask_nam\"}\ne end", "unknown_jump_target", "ask_name")]
    public void Edits_OfMisspeltNames_FixThem(string flow, string code, string meant)
    {
        var json = RuleFlow.Json(flow);
        var finding = FlowChecker.Check(json, s_context).Findings.First(finding => finding.Code == code);

        var patched = JsonPatch.Apply(JsonNode.Parse(json)!, finding.Edits).ToJsonString();

        Assert.NotEmpty(finding.Edits);
        Assert.Contains($"\"{meant}\"", patched, StringComparison.Ordinal);
        Assert.DoesNotContain(FlowChecker.Check(patched, s_context).Findings, other => other.Code == code);
        var (repaired, changes) = FlowRepair.Apply(DrawflowReader.Read(json).Document!, FlowChecker.Check(json, s_context).Findings);
        Assert.Contains(changes, change => change.StartsWith(code, StringComparison.Ordinal));
        Assert.DoesNotContain(FlowChecker.Check(repaired.ToJson(), s_context).Findings, other => other.Code == code);
    }

    /// <summary>That a required member is missing follows from its name being misspelt.</summary>
    [Fact]
    public void Check_ARequiredMemberThatIsMisspelt_IsOneFinding()
    {
        var finding = Assert.Single(FlowChecker.Check(RuleFlow.Json("w welcome {\"welcome_mesage\":\"Hi\"} > e\ne end"), s_context).Findings);

        Assert.Equal(("configuration_invalid", Severity.Error), (finding.Code, finding.Severity));
        Assert.EndsWith("'welcome_mesage' is not read here, and 'welcome_message' is missing.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Edits_OfADocumentWithinAText_AreNotOffered()
    {
        var text = JsonValue.Create(RuleFlow.Json("m mesage {\"content\":\"Hi\"} > e\ne end")).ToJsonString();

        Assert.All(FlowChecker.Check(text, s_context).Findings, finding => Assert.Empty(finding.Edits));
    }

    private static string Emptied(string name) => Changed(name, node => node["inputs"] = new JsonObject());

    private static string Without(string name, string member) => Changed(name, node => node.Remove(member));

    private static string Changed(string name, Action<JsonObject> change)
    {
        var document = JsonNode.Parse(SampleFlow.Text(name))!;
        foreach (var (_, module) in document["drawflow"]!.AsObject())
        {
            foreach (var (_, node) in module!["data"]!.AsObject())
            {
                change(node!.AsObject());
            }
        }

        return document.ToJsonString();
    }
}
