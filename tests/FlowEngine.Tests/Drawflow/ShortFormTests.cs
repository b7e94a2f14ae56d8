using System.Text.Json.Nodes;
using FlowEngine.Drawflow;
using Xunit;

namespace FlowEngine.Tests.Drawflow;

/// <summary>Flows written by hand, which record their connections at the source only.</summary>
public sealed class ShortFormTests
{
    private const string Short = """
        {"drawflow":{"Home":{"data":{
          "a":{"name":"say","data":{"text":"A"},"outputs":{"output_1":{"connections":[{"node":"b","output":"input_1"}]}}},
          "b":{"name":"say","data":{"text":"B"},"outputs":{"output_1":{"connections":[{"node":"c","output":"input_1"}]}}},
          "c":{"name":"end"}}}}}
        """;

    [Fact]
    public void Read_NodesWithoutInputs_TakesTheConnections()
    {
        var reading = DrawflowReader.Read(Short);

        Assert.Equal(
            [new DrawflowEdge("a", 1, "b", 1, EdgeEnds.Implied, 0), new DrawflowEdge("b", 1, "c", 1, EdgeEnds.Implied, 0)],
            reading.Document!.Home!.ConfirmedEdges);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((DocumentProblemCode.MissingMember, false), (problem.Code, problem.IsError));
        Assert.Contains("3 nodes ('a', 'b', 'c')", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"input_1":{}}""")]
    [InlineData("""{"input_1":{"connections":[]}}""")]
    public void Read_InputsThatLackTheEnd_AreOneEndedAndMended(string inputs)
    {
        var json = DocumentText.Home(DocumentText.Map(
            ("a", DocumentText.Node("a", outputs: DocumentText.Port("output_1", ("\"b\"", "input_1")))), ("b", DocumentText.Node("b", inputs: inputs))));

        var reading = DrawflowReader.Read(json);

        Assert.Equal([EdgeEnds.OutputOnly], reading.Document!.Home!.Edges.Select(edge => edge.Ends));
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(DocumentProblemCode.OneEndedConnection, problem.Code);
        AssertSound(JsonPatch.Apply(JsonNode.Parse(json)!, problem.Edits).ToJsonString());
        AssertSound(DrawflowRepair.Repair(reading.Document).Document.ToJson());
    }

    [Fact]
    public void Read_OutputsThatLackTheEnd_AreMendedToo()
    {
        var json = DocumentText.Home(DocumentText.Map(
            ("a", DocumentText.Node("a", outputs: "{}")), ("b", DocumentText.Node("b", inputs: """{"input_1":{"connections":[{"node":"a","input":"output_1"}]}}"""))));

        var problem = Assert.Single(DrawflowReader.Read(json).Problems);

        Assert.Equal((DocumentProblemCode.OneEndedConnection, "b"), (problem.Code, problem.NodeId));
        AssertSound(JsonPatch.Apply(JsonNode.Parse(json)!, problem.Edits).ToJsonString());
    }

    [Fact]
    public void Format_ShortForm_IsACompleteExportOfTheSameFlow()
    {
        var (text, changes) = DrawflowFormat.Format(DrawflowReader.Read(Short).Document!);

        var reading = DrawflowReader.Read(text);
        Assert.Empty(reading.Problems);
        Assert.NotEmpty(changes);
        Assert.Equal(
            [new DrawflowEdge("a", 1, "b", 1, EdgeEnds.Both, 0), new DrawflowEdge("b", 1, "c", 1, EdgeEnds.Both, 0)],
            reading.Document!.Home!.ConfirmedEdges);
        Assert.Equal(3, reading.Document.Nodes.Select(node => (node.PosX, node.PosY)).Distinct().Count());
        Assert.Equal("A", reading.Document.Home.Find("a")!.Configuration.GetProperty("text").GetString());
        Assert.Contains("\n      \"data\": {\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Short)]
    [InlineData("""{"a":{"name":"say","outputs":{"output_1":{"connections":[{"node":"a","output":"input_1"}]}}}}""")]
    public void Format_AFormattedFlow_ChangesNothing(string json)
    {
        var once = DrawflowFormat.Format(DrawflowReader.Read(json).Document!).Text;

        var twice = DrawflowFormat.Format(DrawflowReader.Read(once).Document!);

        Assert.Equal(once, twice.Text);
        Assert.Empty(twice.Changes);
    }

    [Fact]
    public void Format_Positions_StayIfAnyNodeHasOne()
    {
        var json = Short.Replace("\"c\":{", "\"c\":{\"pos_x\":77,", StringComparison.Ordinal);

        var formatted = DrawflowReader.Read(DrawflowFormat.Format(DrawflowReader.Read(json).Document!).Text).Document!;

        Assert.Equal([0, 0, 77], formatted.Nodes.Select(node => node.PosX));
    }

    private static void AssertSound(string json)
    {
        var reading = DrawflowReader.Read(json);
        Assert.Empty(reading.Problems);
        Assert.Equal([new DrawflowEdge("a", 1, "b", 1, EdgeEnds.Both, 0)], reading.Document!.Home!.Edges);
    }
}
