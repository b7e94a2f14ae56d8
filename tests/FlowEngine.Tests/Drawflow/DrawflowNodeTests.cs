using FlowEngine.Drawflow;
using Xunit;

namespace FlowEngine.Tests.Drawflow;

public sealed class DrawflowNodeTests
{
    [Fact]
    public void Read_Node_GivesItsMembers()
    {
        var node = DrawflowReader.Read(DocumentText.Home(DocumentText.TwoNodes)).Document!.Home!.Find("1")!;

        Assert.Equal("welcome", node.Type);
        Assert.Equal("Selam ğüş", node.Configuration.GetProperty("welcome_message").GetString());
        Assert.Equal("/drawflow/Home/data/1/data", node.ConfigurationPointer);
        Assert.Equal((-10.5, 100), (node.PosX!.Value, node.PosY!.Value));
        Assert.Empty(node.Inputs);
        Assert.Equal(1, Assert.Single(node.Outputs));
    }

    [Fact]
    public void Read_DataConfig_IsTheConfiguration()
    {
        var node = Only(data: """{"label":"Hello","config":{"content":"x"}}""", out var problems);

        Assert.Equal("x", node.Configuration.GetProperty("content").GetString());
        Assert.Equal("/drawflow/Home/data/1/data/config", node.ConfigurationPointer);
        Assert.Equal("Hello", node.Label);
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("[]", DocumentProblemCode.DataIsArray, false)]
    [InlineData("""[{"a":1}]""", DocumentProblemCode.DataIsArray, false)]
    [InlineData("""{"config":[]}""", DocumentProblemCode.DataIsArray, false)]
    [InlineData("null", DocumentProblemCode.MissingMember, false)]
    [InlineData("\"x\"", DocumentProblemCode.DataNotObject, true)]
    public void Read_DataThatIsNoObject_IsEmptyAndFound(string data, DocumentProblemCode code, bool isError)
    {
        var node = Only(data, out var problems);

        Assert.Equal("{}", node.Configuration.GetRawText());
        var problem = Assert.Single(problems);
        Assert.Equal((code, isError, "1"), (problem.Code, problem.IsError, problem.NodeId));
    }

    [Theory]
    [InlineData("1", "5", true)]
    [InlineData("1", "\"x\"", true)]
    [InlineData("1", "1", false)]
    [InlineData("1", "1.0", false)]
    [InlineData("1", "\"1\"", false)]
    [InlineData("a-b", "\"a-b\"", false)]
    public void Read_InnerId_KeyWinsAndMismatchIsFound(string key, string innerId, bool found)
    {
        var reading = Read(DocumentText.Map((key, DocumentText.Node(key, innerId: innerId))));

        Assert.Equal(key, Assert.Single(reading.Document!.Home!.Nodes).Id);
        Assert.Equal(found ? [DocumentProblemCode.IdMismatch] : [], reading.Problems.Select(p => p.Code));
        Assert.False(reading.HasErrors);
    }

    [Fact]
    public void Read_UnusableIds_AreErrorsAndNoNodes()
    {
        var longest = new string('x', 50);
        var reading = Read(DocumentText.Map(("", DocumentText.Node("")), (longest, DocumentText.Node(longest)), (longest + "x", DocumentText.Node(longest + "x"))));

        Assert.Equal([longest], reading.Document!.Home!.Nodes.Select(n => n.Id));
        Assert.Equal([DocumentProblemCode.UnusableId, DocumentProblemCode.UnusableId], reading.Problems.Select(p => p.Code));
    }

    [Fact]
    public void Read_IdThatBreaksSelectors_IsAWarning()
    {
        var problem = Assert.Single(Read(DocumentText.Map(("a.b", DocumentText.Node("a.b")))).Problems);

        Assert.Equal((DocumentProblemCode.IdBreaksEditor, false), (problem.Code, problem.IsError));
    }

    [Theory]
    [InlineData("a  b")]
    [InlineData("a ")]
    public void Read_ClassThatBreaksTheEditor_IsFoundAndRepaired(string css)
    {
        var reading = Read(DocumentText.Map(("1", DocumentText.Node("1").Replace("\"class\":\"\"", $"\"class\":\"{css}\"", StringComparison.Ordinal))));

        Assert.Equal([DocumentProblemCode.ClassBreaksEditor], reading.Problems.Select(p => p.Code));
        Assert.Empty(DrawflowReader.Read(DrawflowRepair.Repair(reading.Document!).Document.ToJson()).Problems);
    }

    [Fact]
    public void Read_SameIdInTwoModules_IsAnError()
    {
        var nodes = DocumentText.Map(("1", DocumentText.Node("1")));

        var reading = DrawflowReader.Read($$$$"""{"drawflow":{"Home":{"data":{{{{nodes}}}}},"a/b":{"data":{{{{nodes}}}}}}}""");

        var problem = Assert.Single(reading.Problems);
        Assert.Equal((DocumentProblemCode.DuplicateId, "1", "/drawflow/a~1b/data/1"), (problem.Code, problem.NodeId, problem.Pointer));
        Assert.Equal(2, reading.Document!.Nodes.Count());
    }

    [Fact]
    public void Read_SameIdTwiceInAList_KeepsTheFirst()
    {
        var reading = DrawflowReader.Read($"[{DocumentText.Node("1", data: """{"n":1}""")},{DocumentText.Node("1", data: """{"n":2}""")}]");

        Assert.Equal(1, Assert.Single(reading.Document!.Home!.Nodes).Configuration.GetProperty("n").GetInt32());
        Assert.Equal([DocumentProblemCode.DuplicateId], reading.Problems.Select(p => p.Code));
    }

    [Theory]
    [InlineData("""{"foo":{"connections":[]}}""", DocumentProblemCode.UnusablePort)]
    [InlineData("""{"output_0":{"connections":[]}}""", DocumentProblemCode.UnusablePort)]
    [InlineData("""{"output_2":{"connections":[]}}""", DocumentProblemCode.PortGap)]
    [InlineData("\"x\"", DocumentProblemCode.UnusablePort)]
    public void Read_PortsThatAreNone_AreFound(string outputs, DocumentProblemCode code) =>
        Assert.Equal([code], Read(DocumentText.Map(("1", DocumentText.Node("1", outputs: outputs)))).Problems.Select(p => p.Code));

    [Theory]
    [InlineData("""{"Home":{"data":5}}""", DocumentProblemCode.UnreadableModule)]
    [InlineData("""{"Home":{"data":{"1":5}}}""", DocumentProblemCode.UnreadableNode)]
    [InlineData("""{"Other":{"data":{}}}""", DocumentProblemCode.NoHome)]
    public void Read_PartThatIsNone_IsAnError(string modules, DocumentProblemCode code)
    {
        var problem = Assert.Single(DrawflowReader.Read($$"""{"drawflow":{{modules}}}""").Problems);

        Assert.Equal((code, true), (problem.Code, problem.IsError));
    }

    [Fact]
    public void ToText_EveryCode_IsSnakeCase()
    {
        Assert.Equal("id_mismatch", DocumentProblemCode.IdMismatch.ToText());
        Assert.Equal("not_json", DocumentProblemCode.NotJson.ToText());
        Assert.All(Enum.GetValues<DocumentProblemCode>(), code => Assert.Matches("^[a-z]+(_[a-z]+)*$", code.ToText()));
    }

    private static DrawflowReading Read(string nodes) => DrawflowReader.Read(DocumentText.Home(nodes));

    private static DrawflowNode Only(string data, out IReadOnlyList<DocumentProblem> problems)
    {
        var reading = Read(DocumentText.Map(("1", DocumentText.Node("1", data: data))));
        problems = reading.Problems;
        return Assert.Single(reading.Document!.Home!.Nodes);
    }
}
