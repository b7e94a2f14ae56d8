using FlowEngine.Drawflow;
using FlowEngine.Drawflow.Importing;
using Xunit;

namespace FlowEngine.Tests.Drawflow.Importing;

public sealed class LegacyRoutingTests
{
    [Theory]
    [InlineData("""{"next_node":"stop"}""", "stop", null)]
    [InlineData("""{"next_node":null}""", "import_end", "way_ends")]
    [InlineData("""{"next_node":""}""", "import_end", "way_ends")]
    [InlineData("{}", "import_end", "way_ends")]
    [InlineData("""{"next_node":"sotp"}""", "import_end", "target_absent")]
    [InlineData("""{"next_node":["stop"]}""", "import_end", "target_unreadable")]
    public void NextNode_OfAnyKind_LeadsThereOrToTheEnd(string config, string target, string? code)
    {
        var result = LegacyText.Import("message_saver", config);

        Assert.Equal([$"n.1>{target}"], LegacyText.Edges(result.Document!));
        Assert.Equal(code is null ? [] : [code], result.Report.Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("category_detection", """{"next_node":"a"}""", "n.1>a", "n.2>a")]
    [InlineData("category_detection", """{"category_found_node":"a","category_not_found_node":"b"}""", "n.1>a", "n.2>b")]
    [InlineData("price_query", """{"next_node":"a","no_products_next_node":"b"}""", "n.1>a", "n.2>b")]
    [InlineData("price_query", """{"next_node":"a"}""", "n.1>a", "n.2>import_end")]
    [InlineData("condition", """{"condition_type":"contains","value":"x","true_branch":"a","false_branch":"b"}""", "n.1>a", "n.2>b")]
    [InlineData("condition", """{"condition_type":"contains","value":"x","true_node":"a","true_branch":"b"}""", "n.1>a", "n.2>import_end")]
    [InlineData("webhook", """{"url":"https://a.example","success_node":"a","error_node":"b"}""", "n.1>a", "n.2>b")]
    [InlineData("collect_data", """{"next_node":"a","retry_node":"n"}""", "n.1>a", "n.2>import_end")]
    [InlineData("collect_data", """{"next_node":"a","retry_node":"b"}""", "n.1>a", "n.2>b")]
    [InlineData("sentiment_detection", """{"sentiment_routes":{"browsing":"a","support":"b"},"default_next_node":"b"}""", "n.1>b", "n.2>b", "n.3>b", "n.4>b", "n.5>a", "n.6>a")]
    [InlineData("sentiment_detection", """{"sentiment_routes":[],"default_next_node":"b"}""", "n.1>b", "n.2>b", "n.3>b", "n.4>b", "n.5>b", "n.6>b")]
    public void Ports_OfEveryType_LeadWhereTheirKeysSay(string type, string config, params string[] expected)
    {
        var result = LegacyFlowImport.Read(LegacyText.Flow(
            LegacyText.Node("n", type, config), LegacyText.Node("a", "end", "{}"), LegacyText.Node("b", "end", "{}")), "n");

        Assert.Equal(expected, LegacyText.Edges(result.Document!));
    }

    [Theory]
    [InlineData(null, "n", "start_found")]
    [InlineData("stop", "stop", null)]
    [InlineData("nn", null, "start_absent")]
    public void Start_NamedOrNot_IsFoundOrReported(string? named, string? expected, string? code)
    {
        var result = LegacyFlowImport.Read(
            LegacyText.Flow(LegacyText.Node("n", "message_saver", """{"next_node":"stop"}"""), LegacyText.Node("stop", "end", "[]")), named);

        Assert.Equal(expected, result.StartNodeId);
        Assert.Equal(code is null ? [] : [code], result.Report.Select(finding => finding.Code));
    }

    [Fact]
    public void Start_OfSeveralFreeNodes_IsForAPersonUnlessOneWelcomes()
    {
        var two = LegacyText.Flow(LegacyText.Node("a", "end", "[]"), LegacyText.Node("b", "end", "[]"));
        var greeting = LegacyText.Flow(LegacyText.Node("a", "end", "[]"), LegacyText.Node("b", "welcome", """{"welcome_message":"x","next_node":null}"""));

        Assert.Equal(["start_unclear"], LegacyText.Codes(LegacyFlowImport.Read(two), ImportSeverity.Decision));
        Assert.Equal("b", LegacyFlowImport.Read(greeting).StartNodeId);
    }

    [Theory]
    [InlineData("""{"start_node_id":"b","flow_data":FLOW}""", "b")]
    [InlineData("""{"start_node_id":"b","flow_data":"TEXT"}""", "b")]
    [InlineData("""{"id":3,"flow_data":"TEXT"}""", "a")]
    [InlineData("\"TEXT\"", "a")]
    [InlineData("'TEXT'", "a")]
    public void Read_OfWhatStandsAroundAFlow_FindsIt(string around, string start)
    {
        var flow = """{"nodes":[{"id":"a","type":"message_saver","config":"{\"next_node\":\"b\"}"},{"id":"b","type":"end","data":{"config":{"closing_message":"x"}}}],"edges":[]}""";
        var json = around.Replace("FLOW", flow, StringComparison.Ordinal)
            .Replace("TEXT", flow.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal);

        var result = LegacyFlowImport.Read(json.StartsWith('\'') ? $"'{flow.Replace("\\", "\\\\", StringComparison.Ordinal)}'" : json);

        Assert.Equal(start, result.StartNodeId);
        Assert.Equal(["a.1>b"], LegacyText.Edges(result.Document!));
        Assert.Equal("x", (string?)LegacyText.Data(result, "b")["closing_message"]);
    }

    [Fact]
    public void Ids_OfAnyKind_BecomeTextsOfTheirOwn()
    {
        var longId = new string('k', 60);
        var result = LegacyFlowImport.Read($$$"""
            {"nodes":[{"id":7,"type":"message_saver","config":{"next_node":"{{{longId}}}"}},{"id":"{{{longId}}}","type":"message_saver","config":{"next_node":7.0}},
            {"id":"7","type":"end"},{"type":"end"},null,5],"edges":{}}
            """, "7");

        Assert.Equal(["7", longId[..50], "7_2", "imported"], result.Document!.Home!.Nodes.Select(node => node.Id));
        Assert.Equal([$"7.1>{longId[..50]}", $"{longId[..50]}.1>7"], LegacyText.Edges(result.Document));
        Assert.Equal(["id_too_long", "duplicate_id", "id_missing", "node_unreadable"], result.Report.Select(finding => finding.Code));
    }

    [Fact]
    public void Edges_ThatDisagree_AreReportedAndNotFollowed()
    {
        var result = LegacyFlowImport.Read("""
            {"nodes":[{"id":"a","type":"message_saver","config":{"next_node":"b"}},{"id":"b","type":"end"},{"id":"c","type":"end"}],
             "edges":[{"id":"e","source":"a","target":"c"},{"id":"e","source":"a","target":"gone"}]}
            """, "a");

        Assert.Equal(["a.1>b"], LegacyText.Edges(result.Document!));
        Assert.Equal(
            ["edge_not_followed", "edge_to_nowhere", "duplicate_edge_id", "edge_missing"], result.Report.Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("""{"nodes":[],"edges":[]}""", "empty")]
    [InlineData("""{"nodes":[{"id":"a","id":"b"}],"edges":[]}""", "duplicate_name")]
    [InlineData("""{"nodes":{"a":{"id":"a"}},"edges":[{"from":"a","to":"a"}]}""", "not_drawflow")]
    [InlineData("{", "not_json")]
    public void Read_OfWhatIsNoFlow_IsRefusedByName(string json, string code)
    {
        var result = LegacyFlowImport.Read(json);

        Assert.Null(result.Document);
        Assert.Contains(code, LegacyText.Codes(result, ImportSeverity.Decision));
    }

    [Fact]
    public void Read_OfADrawflowDocument_IsAStandardExport()
    {
        var result = LegacyFlowImport.Read(DocumentText.TwoNodes);

        Assert.Equal((DrawflowVariant.BareNodeMap, DrawflowVariant.Standard), (result.Variant, result.Document!.Variant));
        Assert.All(result.Report, finding => Assert.Equal("mended", finding.Code));
        Assert.NotEmpty(result.Report);
    }
}
