using System.Text;
using System.Text.Json;
using FlowEngine.Drawflow;
using Xunit;

namespace FlowEngine.Tests.Drawflow;

public sealed class DrawflowVariantTests
{
    private static string Standard => DocumentText.Home(DocumentText.TwoNodes);

    public static TheoryData<DrawflowVariant, string> Readable => new()
    {
        { DrawflowVariant.Standard, Standard },
        { DrawflowVariant.Standard, "\uFEFF  " + Standard + "\r\n" },
        { DrawflowVariant.Standard, DocumentText.Home(DocumentText.TwoNodesList) },
        { DrawflowVariant.StandardWithSideKeys, """{"meta":{"title":"x"},""" + Standard[1..] },
        { DrawflowVariant.BareModules, $$$"""{"Home":{"data":{{{DocumentText.TwoNodes}}}}}""" },
        { DrawflowVariant.NodeMapUnderDrawflow, $$"""{"drawflow":{{DocumentText.TwoNodes}}}""" },
        { DrawflowVariant.BareNodeMap, DocumentText.TwoNodes },
        { DrawflowVariant.NodeArray, DocumentText.TwoNodesList },
        { DrawflowVariant.NodeArray, $$$"""{"Blueprint":{"id":"7","data":{{{DocumentText.TwoNodesList}}}}}""" },
        { DrawflowVariant.DrawflowInString, $$"""{"drawflow":{{Quote(DocumentText.TwoNodes)}}}""" },
        { DrawflowVariant.DrawflowInString, $$"""{"id":4,"flow":{{Quote(Standard)}}}""" },
        { DrawflowVariant.DocumentInString, Quote(Standard) },
        { DrawflowVariant.DocumentInString, Quote(Quote(Standard)) },
        { DrawflowVariant.DocumentInString, "\"" + Standard + "\"" },
        { DrawflowVariant.DocumentInString, "'\"" + Standard + "\"'" },
        { DrawflowVariant.DocumentInString, "'" + Standard.Replace("hi", "d\\'accord", StringComparison.Ordinal) + "'" },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public void Read_AnyVariant_NamesItAndFindsTheSameFlow(DrawflowVariant variant, string json)
    {
        var reading = DrawflowReader.Read(json);

        Assert.Equal(variant, reading.Variant);
        Assert.False(reading.HasErrors, string.Join('\n', reading.Problems));
        Assert.Equal(["1", "2"], reading.Document!.Home!.Nodes.Select(n => n.Id));
        Assert.Equal([new DrawflowEdge("1", 1, "2", 1, EdgeEnds.Both, 0)], reading.Document.Home.ConfirmedEdges);
    }

    [Theory]
    [MemberData(nameof(Readable))]
    public void Repair_AnyVariant_MakesAnExport(DrawflowVariant variant, string json)
    {
        var (repaired, changes) = DrawflowRepair.Repair(DrawflowReader.Read(json).Document!);

        Assert.Equal(variant == DrawflowVariant.StandardWithSideKeys ? variant : DrawflowVariant.Standard, repaired.Variant);
        Assert.Empty(DrawflowReader.Read(repaired.ToJson()).Problems);
        Assert.Equal(2, repaired.Home!.Nodes.Count);
        Assert.Single(repaired.Home.ConfirmedEdges);
        Assert.Equal(variant is not (DrawflowVariant.Standard or DrawflowVariant.StandardWithSideKeys) || json.Contains("null", StringComparison.Ordinal), changes.Count > 0);
    }

    [Fact]
    public void Read_NodesWithoutEditorMembers_TakesTheKeyAsId()
    {
        var reading = DrawflowReader.Read("""{"drawflow":{"a":{"name":"x","data":{},"inputs":{},"outputs":{}}}}""");

        Assert.Equal(DrawflowVariant.NodeMapUnderDrawflow, reading.Variant);
        Assert.Equal("a", Assert.Single(reading.Document!.Home!.Nodes).Id);
        Assert.Equal([DocumentProblemCode.MissingMember], reading.Problems.Select(p => p.Code));
    }

    [Theory]
    [InlineData("""{"drawflow":{}}""")]
    [InlineData("""{"drawflow":[]}""")]
    public void Read_EmptyDrawflow_HasNoHome(string json)
    {
        var reading = DrawflowReader.Read(json);

        Assert.Equal(DrawflowVariant.EmptyDrawflow, reading.Variant);
        Assert.Null(reading.Document!.Home);
        Assert.Equal([DocumentProblemCode.NoHome], reading.Problems.Select(p => p.Code));
        Assert.Equal(json, reading.Document.ToJson());
        Assert.Equal("""{"drawflow":{"Home":{"data":{}}}}""", DrawflowRepair.Repair(reading.Document).Document.ToJson());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("\uFEFF")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"drawflow":""}""")]
    public void Read_NoFlowYet_SaysSo(string json)
    {
        var reading = DrawflowReader.Read(json);

        Assert.Equal(DrawflowVariant.Empty, reading.Variant);
        Assert.Null(reading.Document);
        Assert.Equal([DocumentProblemCode.Empty], reading.Problems.Select(p => p.Code));
    }

    [Theory]
    [InlineData(DrawflowVariant.LegacyFlowData, "legacy flow_data", """{"nodes":[{"id":"node_1","type":"welcome","config":[]}],"edges":[]}""")]
    [InlineData(DrawflowVariant.CallFlow, "call flow", """{"nodes":{"a":{"id":"a"}},"edges":[{"from":"a","to":"a"}]}""")]
    [InlineData(DrawflowVariant.NotDrawflow, "without `drawflow`", """{"name":"x"}""")]
    [InlineData(DrawflowVariant.NotDrawflow, "without modules", """{"drawflow":{"x":1}}""")]
    [InlineData(DrawflowVariant.NotDrawflow, "not an object", """{"drawflow":5}""")]
    [InlineData(DrawflowVariant.NotDrawflow, "array", "[1,2]")]
    [InlineData(DrawflowVariant.NotDrawflow, "single", "true")]
    [InlineData(DrawflowVariant.NotDrawflow, "texts", "\"\\\"\\\\\\\"\\\\\\\\\\\\\\\"\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\"x\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\"\\\\\\\\\\\\\\\"\\\\\\\"\\\"\"")]
    public void Read_SomethingElse_SaysWhatItLooksLike(DrawflowVariant variant, string looksLike, string json)
    {
        var reading = DrawflowReader.Read(json);

        Assert.Equal(variant, reading.Variant);
        Assert.Null(reading.Document);
        Assert.Contains(looksLike, reading.LooksLike!, StringComparison.Ordinal);
        Assert.Contains(looksLike, Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
        Assert.Equal(DocumentProblemCode.NotDrawflow, reading.Problems[0].Code);
    }

    [Theory]
    [InlineData("{\n \"drawflow\": {\n  \"ğ\": \"a\nb\"}}", "line 3, column 10", "error in its JSON")]
    [InlineData("""{"drawflow":{"Home":{"data":{}},}}""", "line 1, column 33", "error in its JSON")]
    [InlineData("{ drawflow: { 19: { id: 19 } } }", "line 1, column 3", "JavaScript")]
    [InlineData("const data = {\"drawflow\":{}};", "line 1, column 1", "program text")]
    [InlineData("<html></html>", "line 1, column 1", "HTML")]
    public void Read_NoJson_NamesThePlaceAndWhatItLooksLike(string text, string place, string looksLike)
    {
        var reading = DrawflowReader.Read(text);

        Assert.Equal(DrawflowVariant.NotJson, reading.Variant);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(DocumentProblemCode.NotJson, problem.Code);
        Assert.Contains(place, problem.Message, StringComparison.Ordinal);
        Assert.Contains(looksLike, reading.LooksLike!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_Stream_ReadsTheSame()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("\uFEFF" + Standard));

        var reading = await DrawflowReader.ReadAsync(stream, limits: null, CancellationToken.None);

        Assert.Equal(Standard, reading.Document!.ToJson());
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text);
}
