using FlowEngine.Drawflow;
using Xunit;

namespace FlowEngine.Tests.Drawflow;

public sealed class DrawflowEdgeTests
{
    private const string InputPorts = """{"input_1":{"connections":[]},"input_2":{"connections":[]}}""";
    private const string OutputPorts = """{"output_1":{"connections":[]},"output_2":{"connections":[]}}""";

    [Fact]
    public void Edges_BothEnds_NameThePortAtTheOtherNode()
    {
        var reading = Read(
            ("a", DocumentText.Node("a", outputs: """{"output_1":{"connections":[]},"output_2":{"connections":[{"node":"b","output":"input_1"}]}}""")),
            ("b", DocumentText.Node("b", inputs: DocumentText.Port("input_1", ("\"a\"", "output_2")))));

        Assert.Equal([new DrawflowEdge("a", 2, "b", 1, EdgeEnds.Both, 0)], Edges(reading));
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void Edges_FanOut_KeepTheOrderOfTheOutput()
    {
        var reading = Read(
            ("a", DocumentText.Node("a", outputs: DocumentText.Port("output_1", ("\"c\"", "input_1"), ("\"b\"", "input_1")))),
            ("b", DocumentText.Node("b", inputs: DocumentText.Port("input_1", ("\"a\"", "output_1")))),
            ("c", DocumentText.Node("c", inputs: DocumentText.Port("input_1", ("\"a\"", "output_1")))));

        Assert.Equal([("c", 0), ("b", 1)], Edges(reading).Select(e => (e.TargetId, e.Order)));
    }

    [Fact]
    public void Edges_SelfLoop_IsOneEdge()
    {
        var reading = Read(("a", DocumentText.Node(
            "a",
            inputs: DocumentText.Port("input_1", ("\"a\"", "output_1")),
            outputs: DocumentText.Port("output_1", ("\"a\"", "input_1")))));

        Assert.Equal([new DrawflowEdge("a", 1, "a", 1, EdgeEnds.Both, 0)], Edges(reading));
    }

    [Fact]
    public void Edges_OutputEndOnly_IsFoundAndNotConfirmed()
    {
        var reading = Read(
            ("a", DocumentText.Node("a", outputs: DocumentText.Port("output_1", ("\"b\"", "input_2")))),
            ("b", DocumentText.Node("b", inputs: InputPorts)));

        Assert.Equal([new DrawflowEdge("a", 1, "b", 2, EdgeEnds.OutputOnly, 0)], Edges(reading));
        Assert.Empty(reading.Document!.Home!.ConfirmedEdges);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((DocumentProblemCode.OneEndedConnection, false, "a"), (problem.Code, problem.IsError, problem.NodeId));
        Assert.Equal("/drawflow/Home/data/a/outputs/output_1/connections/0", problem.Pointer);
    }

    [Fact]
    public void Edges_InputEndOnly_ComesAfterThoseOfTheOutput()
    {
        var reading = Read(
            ("a", DocumentText.Node("a", outputs: DocumentText.Port("output_1", ("\"b\"", "input_1")))),
            ("b", DocumentText.Node("b", inputs: """{"input_1":{"connections":[{"node":"a","input":"output_1"}]},"input_2":{"connections":[{"node":"a","input":"output_1"}]}}""")));

        Assert.Equal(
            [new DrawflowEdge("a", 1, "b", 1, EdgeEnds.Both, 0), new DrawflowEdge("a", 1, "b", 2, EdgeEnds.InputOnly, 1)],
            Edges(reading));
        Assert.Equal("b", Assert.Single(reading.Problems).NodeId);
    }

    [Theory]
    [InlineData("\"9\"", "input_1", DocumentProblemCode.DanglingNode, "/node")]
    [InlineData("\"b\"", "input_3", DocumentProblemCode.DanglingPort, "/output")]
    [InlineData("\"b\"", "output_1", DocumentProblemCode.UnreadableConnection, "")]
    [InlineData("{}", "input_1", DocumentProblemCode.UnreadableConnection, "")]
    public void Edges_OutputThatLeadsNowhere_IsAnErrorAndNoEdge(string node, string port, DocumentProblemCode code, string member)
    {
        var reading = Read(
            ("a", DocumentText.Node("a", outputs: DocumentText.Port("output_1", (node, port)))),
            ("b", DocumentText.Node("b", inputs: InputPorts)));

        Assert.Empty(Edges(reading));
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((code, true, "a"), (problem.Code, problem.IsError, problem.NodeId));
        Assert.Equal("/drawflow/Home/data/a/outputs/output_1/connections/0" + member, problem.Pointer);
    }

    [Theory]
    [InlineData("\"9\"", "output_1", DocumentProblemCode.DanglingNode)]
    [InlineData("\"a\"", "output_3", DocumentProblemCode.DanglingPort)]
    [InlineData("\"a\"", "input_1", DocumentProblemCode.UnreadableConnection)]
    public void Edges_InputThatComesFromNowhere_IsAnErrorAndNoEdge(string node, string port, DocumentProblemCode code)
    {
        var reading = Read(
            ("a", DocumentText.Node("a", outputs: OutputPorts)),
            ("b", DocumentText.Node("b", inputs: DocumentText.Port("input_1", (node, port)))));

        Assert.Empty(Edges(reading));
        Assert.Equal([(code, "b")], reading.Problems.Select(p => (p.Code, p.NodeId!)));
    }

    [Fact]
    public void Edges_NumericReferences_AreReadAsText()
    {
        var reading = Read(
            ("1", DocumentText.Node("1", outputs: DocumentText.Port("output_1", ("2", "input_1")))),
            ("2", DocumentText.Node("2", inputs: DocumentText.Port("input_1", ("1", "output_1")))));

        Assert.Equal([new DrawflowEdge("1", 1, "2", 1, EdgeEnds.Both, 0)], Edges(reading));
        Assert.All(reading.Problems, p => Assert.Equal(DocumentProblemCode.NumericReference, p.Code));
        Assert.Equal(2, reading.Problems.Count);
    }

    [Fact]
    public void Edges_RecordedTwice_IsOneEdgeAndFound()
    {
        var reading = Read(
            ("1", DocumentText.Node("1", outputs: DocumentText.Port("output_1", ("\"2\"", "input_1"), ("\"2\"", "input_1")))),
            ("2", DocumentText.Node("2", inputs: DocumentText.Port("input_1", ("\"1\"", "output_1")))));

        Assert.Single(Edges(reading));
        Assert.Equal([DocumentProblemCode.DuplicateConnection], reading.Problems.Select(p => p.Code));
    }

    private static DrawflowReading Read(params (string Id, string Node)[] nodes) =>
        DrawflowReader.Read(DocumentText.Home(DocumentText.Map(nodes)));

    private static IReadOnlyList<DrawflowEdge> Edges(DrawflowReading reading) => reading.Document!.Home!.Edges;
}
