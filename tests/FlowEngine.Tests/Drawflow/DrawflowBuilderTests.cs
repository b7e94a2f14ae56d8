using System.Text.Json.Nodes;
using FlowEngine.Drawflow;
using Xunit;

namespace FlowEngine.Tests.Drawflow;

public sealed class DrawflowBuilderTests
{
    [Fact]
    public void Build_TwoNodes_WritesTheEditorsExport()
    {
        var document = new DrawflowBuilder()
            .Connect("1", 1, "ab")
            .Node("ab", "end", outputs: 0, x: 10.5)
            .Node("1", "welcome", new JsonObject { ["welcome_message"] = "Selam ğ" }, inputs: 0)
            .Build();

        Assert.Equal(
            """
            {"drawflow":{"Home":{"data":{
            "1":{"id":1,"name":"welcome","data":{"welcome_message":"Selam ğ"},"class":"welcome","html":"welcome","typenode":false,"inputs":{},
            "outputs":{"output_1":{"connections":[{"node":"ab","output":"input_1"}]}},"pos_x":0,"pos_y":0},
            "ab":{"id":"ab","name":"end","data":{},"class":"end","html":"end","typenode":false,
            "inputs":{"input_1":{"connections":[{"node":"1","input":"output_1"}]}},"outputs":{},"pos_x":10.5,"pos_y":0}}}}}
            """.ReplaceLineEndings(string.Empty),
            document.ToJson());
    }

    [Fact]
    public void Build_SeveralModules_KeepsThemApart()
    {
        var document = new DrawflowBuilder()
            .Node("1", "sub_flow")
            .Module("Sub").Node("2", "message").Node("3", "end").Connect("2", 1, "3")
            .Module("Home").Node("4", "end").Connect("1", 1, "4")
            .Build();

        Assert.Equal(["Home", "Sub"], document.Modules.Select(m => m.Name));
        Assert.Equal([new DrawflowEdge("1", 1, "4", 1, EdgeEnds.Both, 0)], document.Home!.ConfirmedEdges);
        Assert.Equal([new DrawflowEdge("2", 1, "3", 1, EdgeEnds.Both, 0)], document.FindModule("Sub")!.ConfirmedEdges);
    }

    [Theory]
    [InlineData("1", 2, "2", 1)]
    [InlineData("1", 1, "2", 2)]
    [InlineData("1", 0, "2", 1)]
    [InlineData("9", 1, "2", 1)]
    [InlineData("1", 1, "9", 1)]
    public void Build_ConnectionToNothing_Throws(string source, int output, string target, int input)
    {
        var builder = new DrawflowBuilder().Node("1", "a").Node("2", "b").Connect(source, output, target, input);

        Assert.Throws<InvalidOperationException>(builder.Build);
    }

    [Fact]
    public void Node_SameIdTwice_Throws() =>
        Assert.Throws<ArgumentException>(() => new DrawflowBuilder().Node("1", "a").Module("Sub").Node("1", "b"));

    [Fact]
    public void Build_LongId_Throws() =>
        Assert.Throws<InvalidOperationException>(new DrawflowBuilder().Node(new string('x', 51), "a").Build);
}
