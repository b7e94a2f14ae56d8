using FlowEngine.Drawflow;
using FlowEngine.Drawflow.Importing;
using Xunit;

namespace FlowEngine.Tests.Drawflow.Importing;

public sealed class LegacyFixtureTests
{
    public static TheoryData<string> Files => new(LegacyFile.Names);

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_OfEveryShape_IsAStandardExportWithAllNodesAndAStart(string name)
    {
        var result = LegacyFlowImport.Read(LegacyFile.Read(name));

        Assert.Equal(DrawflowVariant.LegacyFlowData, result.Variant);
        Assert.NotNull(result.StartNodeId);
        Assert.Contains(result.Document!.Variant, new[] { DrawflowVariant.Standard, DrawflowVariant.StandardWithSideKeys });
        var reading = DrawflowReader.Read(result.Document.ToJson());
        Assert.Empty(reading.Problems);
        Assert.Equal(reading.Document!.Home!.Edges.Count, reading.Document.Home.ConfirmedEdges.Count);
        Assert.All(result.Report, finding => Assert.True(finding.Message.Length > 0 && finding.Done.Length > 0));
    }

    [Theory]
    [InlineData("live-row")]
    [InlineData("default-seed")]
    public void Read_OfTheDefaultFlow_TakesTheWaysOfItsConfiguration(string name)
    {
        var document = LegacyFlowImport.Read(LegacyFile.Read(name)).Document!;

        Assert.Equal(14, document.Home!.Nodes.Count);
        Assert.Equal(
            [
                "node_1.1>node_2", "node_10.1>node_12", "node_11.1>node_10", "node_12.1>node_13", "node_13.1>node_14", "node_2.1>node_3",
                "node_3.1>node_4", "node_3.2>node_4", "node_3.3>node_9", "node_3.4>node_11", "node_3.5>node_9", "node_3.6>node_9",
                "node_4.1>node_5", "node_4.2>node_6", "node_5.1>node_6", "node_5.2>node_7", "node_6.1>node_8", "node_6.2>node_11",
                "node_7.1>node_8", "node_7.2>node_11", "node_8.1>node_9", "node_9.1>node_10",
            ],
            LegacyText.Edges(document));
        var third = document.Home.Find("node_3")!;
        Assert.Equal((351, 212.75, "Niyet"), (third.PosX, third.PosY, third.Label));
    }

    [Fact]
    public void Read_OfTheLiveRow_ReportsWhatItsEngineDidOtherwise()
    {
        var result = LegacyFlowImport.Read(LegacyFile.Read("live-row"));

        Assert.Equal(["category_numbers"], LegacyText.Codes(result, ImportSeverity.Decision));
        Assert.Equal(["never_held", "link_format"], LegacyText.Codes(result, ImportSeverity.Warning));
        Assert.Equal(2, result.Report.Count(finding => finding.Code == "duplicate_edge_id"));
        Assert.Equal("/flow_data/nodes/4/config/condition_type", result.Report.Single(finding => finding.Code == "never_held").Pointer);
    }

    [Fact]
    public void Read_OfTheSeed_TakesTheMisspeltCondition()
    {
        var result = LegacyFlowImport.Read(LegacyFile.Read("default-seed"));

        var condition = LegacyText.Data(result, "node_5");
        Assert.Equal("has_keyword", (string?)condition["op"]);
        Assert.Equal(["fiyat*", "ucuz*", "pahalı*", "kaç para*", "ne kadar*"], condition["right"]!.AsArray().Select(keyword => (string?)keyword));
        Assert.Contains("misspelt_key", LegacyText.Codes(result, ImportSeverity.Warning));
    }

    [Fact]
    public void Read_OfMismatchedKeys_TakesThemAsMeant()
    {
        var result = LegacyFlowImport.Read(LegacyFile.Read("mismatched-keys"));

        Assert.Equal(
            ["answer.1>import_end", "ask.1>import_end", "ask.2>import_end", "check.1>answer", "check.2>ask", "greet.1>check"],
            LegacyText.Edges(result.Document!));
        Assert.Equal("Answer briefly.", (string?)LegacyText.Data(result, "answer")["system_prompt"]);
        Assert.Equal(["several_fields"], LegacyText.Codes(result, ImportSeverity.Decision));
        Assert.Equal("""{"fields":["name","phone"]}""", Side(result, "ask").GetProperty("config").GetRawText());
    }

    [Fact]
    public void Read_WithoutAnyNextNode_StopsAtTheStartAsItsEngineDid()
    {
        var result = LegacyFlowImport.Read(LegacyFile.Read("no-next-node"));

        Assert.Equal(["node_ai.1>import_end", "node_greeting.1>import_end"], LegacyText.Edges(result.Document!));
        Assert.Equal(["edge_not_followed", "edge_not_followed"], LegacyText.Codes(result, ImportSeverity.Decision));
    }

    [Fact]
    public void Read_WithoutAnyNextNodeFollowingEdges_GoesTheDrawnWay()
    {
        var result = LegacyFlowImport.Read(LegacyFile.Read("no-next-node"), followEdges: true);

        Assert.Equal(["node_ai.1>node_end", "node_greeting.1>node_ai"], LegacyText.Edges(result.Document!));
        Assert.False(result.HasDecisions);
    }

    [Fact]
    public void Read_AfterAVisualSave_SaysHowTheNodesWereNumberedAnew()
    {
        var result = LegacyFlowImport.Read(LegacyFile.Read("after-visual-save"));

        Assert.Equal(["node_1.1>node_3", "node_2.1>node_4", "node_3.1>import_end"], LegacyText.Edges(result.Document!));
        Assert.Contains("node_3 -> node_2, node_4 -> node_3, node_5 -> node_4", result.Report.Single(finding => finding.Code == "ids_renumbered").Message, StringComparison.Ordinal);
        Assert.Contains("'node_4' meant", result.Report.Single(finding => finding.Code == "target_absent").Message, StringComparison.Ordinal);
        Assert.Equal(
            ["node_1.1>node_2", "node_2.1>node_3", "node_3.1>node_4"],
            LegacyText.Edges(LegacyFlowImport.Read(LegacyFile.Read("after-visual-save"), followEdges: true).Document!));
    }

    [Fact]
    public void Read_OfTheLastGeneration_FollowsItsEdges()
    {
        var result = LegacyFlowImport.Read(LegacyFile.Read("last-generation"));

        Assert.Equal("ctx", result.StartNodeId);
        Assert.Equal(
            ["ai.1>save", "cat.1>find", "cat.2>find", "ctx.1>cat", "find.1>ai", "find.2>ai", "save.1>import_end"],
            LegacyText.Edges(result.Document!));
        Assert.Equal(300, result.Document!.Root.GetProperty("legacy").GetProperty("cache_strategy").GetProperty("product_search").GetProperty("ttl").GetInt32());
        Assert.False(result.HasDecisions);
    }

    [Theory]
    [InlineData("architecture", "start", 1.25, -2)]
    [InlineData("flat-positions", "1", 10.5, 20.25)]
    public void Read_OfOtherShapes_FindsPositions(string name, string id, double x, double y)
    {
        var node = LegacyFlowImport.Read(LegacyFile.Read(name)).Document!.Home!.Find(id)!;

        Assert.Equal((x, y), (node.PosX, node.PosY));
    }

    private static System.Text.Json.JsonElement Side(LegacyFlowResult result, string id) =>
        result.Document!.Home!.Find(id)!.Element.GetProperty("legacy");
}
